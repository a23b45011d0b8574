package dev.lathe.ui.inspect.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.tensor.KernelGrid;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaneModelTest {
    private static final List<Long> SIZES = List.of(4L, 5L, 3L, 2L);

    @Test
    void cutsTheLastTwoAxesAtFirst() {
        var model = new PlaneModel(SIZES, Optional.empty());

        assertThat(model.cutProperty().get().rows()).containsExactly(2);
        assertThat(model.cutProperty().get().columns()).containsExactly(3);
    }

    @Test
    void laysKernelsOutAtFirst() {
        var grid = new KernelGrid(List.of(0, 2), List.of(1, 3));
        var model = new PlaneModel(SIZES, Optional.of(grid));

        var laidOut = model.laidOutProperty().get();

        assertThat(laidOut.plane().rows()).isEqualTo(12);
        assertThat(laidOut.plane().columns()).isEqualTo(10);
        assertThat(laidOut.index(SIZES, new Cell(7, 5))).isEqualTo("[2, 2, 1, 1]");
    }

    @Test
    void swapsRowsAndColumnsRatherThanRunningBothAlongOneAxis() {
        var model = new PlaneModel(SIZES, Optional.empty());

        model.rowAxisProperty().set(3);

        assertThat(model.cutProperty().get().rows()).containsExactly(3);
        assertThat(model.cutProperty().get().columns()).containsExactly(2);
    }

    @Test
    void movesTheCutAlongTheOtherAxes() {
        var model = new PlaneModel(SIZES, Optional.empty());

        model.indexProperty(1).set(4);

        assertThat(model.cutProperty().get().index(SIZES, new Cell(2, 1)))
                .isEqualTo("[0, 4, 2, 1]");
    }

    @Test
    void laysAVectorDownAsMapAndListsItAsTable() {
        var model = new PlaneModel(List.of(7L), Optional.empty());

        assertThat(model.laidOutProperty().get().plane().columns()).isEqualTo(7);
        assertThat(model.cutProperty().get().plane().rows()).isEqualTo(7);
    }

    @Test
    void showsAScalarAsOneCell() {
        var model = new PlaneModel(List.of(), Optional.empty());

        assertThat(model.laidOutProperty().get().plane().rows()).isEqualTo(1);
        assertThat(model.cutProperty().get().index(List.of(), new Cell(0, 0))).isEqualTo("[]");
    }
}
