package dev.lathe.model.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.cost.PartCosts;
import dev.lathe.model.cost.SampleCost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class GroupCostsCorpusTest {

    @Test
    void addsUpToTheCostOfTheModel() throws IOException {
        for (Path file : GroupCorpusTest.files(GroupCorpusTest.DATA.resolve("models"))) {
            var model = GroupCorpusTest.open(file);
            if (model.isEmpty()) {
                continue;
            }
            var types = SampleCost.types(model.get(), Map.of());
            var whole = SampleCost.of(model.get());
            var tree = GroupTree.of(model.get());

            var root = PartCosts.of(model.get(), types, whole).sum(tree.root().allNodes());

            assertThat(root.parameters()).as(file.toString()).isEqualTo(whole.parameters());
            assertThat(root.macs()).as(file.toString()).isEqualTo(whole.macs());
            assertThat(root.weightBytes())
                    .as(file.toString())
                    .isLessThanOrEqualTo(whole.weightBytes());
        }
    }
}
