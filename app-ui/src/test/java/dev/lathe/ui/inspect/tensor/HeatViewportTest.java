package dev.lathe.ui.inspect.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lathe.model.tensor.PlanePart;
import org.junit.jupiter.api.Test;

class HeatViewportTest {

    @Test
    void showsAllOfAPlaneInTheMiddleAtFirst() {
        var viewport = viewport(10, 20, 400, 400);

        assertThat(viewport.part()).isEqualTo(new PlanePart(0, 0, 10, 20));
        assertThat(viewport.cellWidth()).isEqualTo(20);
        assertThat(viewport.x(0)).isZero();
        assertThat(viewport.y(0)).isEqualTo(100);
    }

    @Test
    void stretchesTheCellsOfALongNarrowPlane() {
        var viewport = viewport(1, 4000, 400, 400);

        assertThat(viewport.cellWidth()).isEqualTo(0.1);
        assertThat(viewport.cellHeight()).isEqualTo(16);
    }

    @Test
    void keepsWhatIsUnderThePointerWhileZooming() {
        var viewport = viewport(100, 100, 400, 400);
        double before = viewport.columnAt(130);

        viewport.zoom(3, 130, 200);

        assertThat(viewport.columnAt(130)).isCloseTo(before, within(1e-9));
        assertThat(viewport.cellWidth()).isEqualTo(12);
        assertThat(viewport.part().columns()).isLessThan(40);
    }

    @Test
    void doesNotLeaveThePlane() {
        var viewport = viewport(100, 100, 400, 400);
        viewport.zoom(3, 200, 200);

        viewport.pan(1e6, -1e6);

        assertThat(viewport.columnAt(0)).isZero();
        assertThat(viewport.rowAt(400)).isCloseTo(100, within(1e-9));
    }

    @Test
    void bringsACellIntoView() {
        var viewport = viewport(100, 100, 400, 400);
        viewport.zoom(5, 0, 0);

        viewport.reveal(99, 50);

        var part = viewport.part();
        assertThat(part.row() + part.rows()).isEqualTo(100);
        assertThat(part.column()).isLessThanOrEqualTo(50);
        assertThat(part.column() + part.columns()).isGreaterThan(50);
    }

    private static HeatViewport viewport(long rows, long columns, double width, double height) {
        var viewport = new HeatViewport();
        viewport.setPlane(rows, columns);
        viewport.resize(width, height);
        return viewport;
    }
}
