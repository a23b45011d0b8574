package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.LayerCost;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LayerCsvTest {

    @Test
    void namesWithCommasAndQuotesStayOneField() {
        var cost = new LayerCost("a", 10, 40, new AtLeast(1000, 0), OptionalLong.empty());
        var row =
                new LayerRow(
                        "say \"a, b\"",
                        "Conv",
                        OperatorKind.CONVOLUTION,
                        "1×8",
                        "float32",
                        "block",
                        Optional.of(cost),
                        OptionalDouble.of(0.25));

        assertThat(LayerCsv.of(List.of(row), Map.of("say \"a, b\"", 0.5)))
                .endsWith(
                        "\"say \"\"a, b\"\"\",Conv,1×8,float32,10,40,1000,0.250000,0.500000,block\r\n");
    }

    @Test
    void whatIsNotKnownStaysEmpty() {
        var row =
                new LayerRow(
                        "a",
                        "Conv",
                        OperatorKind.CONVOLUTION,
                        "?",
                        "?",
                        "",
                        Optional.empty(),
                        OptionalDouble.empty());

        assertThat(LayerCsv.of(List.of(row), Map.of())).endsWith("a,Conv,?,?,0,0,,,,\r\n");
    }
}
