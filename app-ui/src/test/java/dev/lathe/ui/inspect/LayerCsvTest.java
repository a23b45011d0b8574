package dev.lathe.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.cost.AtLeast;
import dev.lathe.model.cost.LayerCost;
import dev.lathe.ui.theme.OperatorKind;
import java.util.List;
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
                        0,
                        "say \"a, b\"",
                        "Conv",
                        OperatorKind.CONVOLUTION,
                        "1×8",
                        Optional.of(cost),
                        OptionalDouble.of(0.25));

        assertThat(LayerCsv.of(List.of(row)))
                .endsWith("\"say \"\"a, b\"\"\",Conv,1×8,10,1000,40,0.250000\r\n");
    }

    @Test
    void whatIsNotKnownStaysEmpty() {
        var row =
                new LayerRow(
                        0,
                        "a",
                        "Conv",
                        OperatorKind.CONVOLUTION,
                        "?",
                        Optional.empty(),
                        OptionalDouble.empty());

        assertThat(LayerCsv.of(List.of(row))).endsWith("a,Conv,?,0,,0,\r\n");
    }
}
