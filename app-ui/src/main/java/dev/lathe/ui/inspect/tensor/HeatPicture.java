package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.Numbers;
import dev.lathe.model.tensor.Plane;
import dev.lathe.model.tensor.PlanePart;
import dev.lathe.model.tensor.PlaneSample;
import dev.lathe.model.work.Progress;

/// A part of a plane as pixels.
///
/// @param pixels ARGB, row by row
@SuppressWarnings("ArrayRecordComponent") // pixels by the thousand; not changed once made
record HeatPicture(PlanePart part, int width, int height, int[] pixels) {

    /// What is asked for.
    ///
    /// @param mostRows how many rows of pixels there may be
    /// @param mostColumns how many columns of pixels there may be
    record Request(
            Numbers numbers,
            Plane plane,
            PlanePart part,
            int mostRows,
            int mostColumns,
            HeatScale scale,
            HeatColours colours) {

        /// The number of elements to read.
        long elements() {
            return part.rows() * part.columns();
        }
    }

    static HeatPicture paint(Request request, Progress progress) throws InterruptedException {
        var sample =
                PlaneSample.of(
                        request.numbers,
                        request.plane,
                        request.part,
                        request.mostRows,
                        request.mostColumns,
                        progress);
        var pixels = new int[sample.width() * sample.height()];
        for (int y = 0; y < sample.height(); y++) {
            for (int x = 0; x < sample.width(); x++) {
                pixels[y * sample.width() + x] =
                        request.colours.of(sample.mean(y, x), request.scale);
            }
        }
        return new HeatPicture(request.part, sample.width(), sample.height(), pixels);
    }
}
