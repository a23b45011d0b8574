package dev.lathe.model.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lathe.model.graph.Tensor;
import dev.lathe.model.work.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlaneTest {
    private static final List<Long> SIZES = List.of(4L, 5L, 3L, 3L);

    @Test
    void cutsTwoAxesAtTheIndicesOfTheOthers() {
        var plane = new Plane(SIZES, List.of(2), List.of(3), List.of(1L, 2L, 0L, 0L));

        assertThat(plane.rows()).isEqualTo(3);
        assertThat(plane.columns()).isEqualTo(3);
        assertThat(plane.position(0, 0)).isEqualTo(1 * 45 + 2 * 9);
        assertThat(plane.position(2, 1)).isEqualTo(1 * 45 + 2 * 9 + 2 * 3 + 1);
    }

    @Test
    void laysKernelsOutInAGrid() throws Exception {
        var plane = new Plane(SIZES, List.of(0, 2), List.of(1, 3), List.of(0L, 0L, 0L, 0L));

        assertThat(plane.rows()).isEqualTo(12);
        assertThat(plane.columns()).isEqualTo(15);
        assertThat(plane.rowsPerTile()).isEqualTo(3);
        assertThat(plane.columnsPerTile()).isEqualTo(3);
        // x.transpose(0, 2, 1, 3).reshape(12, 15)[7, 4] of NumPy
        assertThat(element(plane.position(7, 4))).isEqualTo(0.628000020980835);
        assertThat(element(plane.position(11, 14))).isEqualTo(0.004000000189989805);
    }

    @Test
    void isSampledElementByElementWhereThereIsRoom() throws Exception {
        var plane = new Plane(SIZES, List.of(0, 2), List.of(1, 3), List.of(0L, 0L, 0L, 0L));

        var sample =
                PlaneSample.of(
                        Ramp.numbers(), plane, new PlanePart(7, 4, 2, 3), 100, 100, Progress.NONE);

        assertThat(sample.height()).isEqualTo(2);
        assertThat(sample.width()).isEqualTo(3);
        assertThat(sample.mean(0, 0)).isEqualTo(0.628000020980835);
    }

    @Test
    void isSampledAsMeansWhereThereIsNot() throws Exception {
        var tensor =
                Tensor.ofFloats("w", new float[] {1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23}, 3, 4);
        var plane = new Plane(List.of(3L, 4L), List.of(0), List.of(1), List.of(0L, 0L));

        var sample =
                PlaneSample.of(
                        Numbers.of(tensor).orElseThrow(),
                        plane,
                        new PlanePart(0, 0, 3, 4),
                        2,
                        2,
                        Progress.NONE);

        assertThat(sample.mean(0, 0)).isEqualTo((1 + 3 + 9 + 11) / 4.0);
        assertThat(sample.mean(1, 1)).isEqualTo((21 + 23) / 2.0);
    }

    @Test
    void laysManyOutChannelsOutToTheRight() {
        var grid = new KernelGrid(List.of(0, 2), List.of(1, 3));
        var chosen = List.of(0L, 0L, 0L, 0L);

        var plane = grid.plane(List.of(32L, 3L, 3L, 3L), chosen);

        assertThat(plane.rows()).isEqualTo(9);
        assertThat(plane.columns()).isEqualTo(96);
        assertThat(plane.position(3, 6)).isEqualTo(2 * 27 + 9);
    }

    @Test
    void foldsKernelsOfOneInChannelIntoARectangle() {
        var grid = new KernelGrid(List.of(0, 2), List.of(1, 3));
        var chosen = List.of(0L, 0L, 0L, 0L);

        var plane = grid.plane(List.of(24L, 1L, 3L, 3L), chosen);

        assertThat(plane.rows()).isEqualTo(4 * 3);
        assertThat(plane.columns()).isEqualTo(6 * 3);
        assertThat(plane.position(3, 4)).isEqualTo(7 * 9 + 1);
    }

    private static double element(long position) {
        var one = new double[1];
        Ramp.numbers().read(position, one, 1);
        return one[0];
    }
}
