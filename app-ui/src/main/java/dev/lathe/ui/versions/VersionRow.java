package dev.lathe.ui.versions;

import dev.lathe.model.edit.Edit;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.Differences;
import dev.lathe.ui.text.Units;
import java.util.Optional;

/// One version beside the original, in words and figures.
///
/// @param current whether it is the one that the window shows
/// @param top1 with the number of samples in `samples`
record VersionRow(
        int step,
        Optional<Edit> edit,
        boolean current,
        Cell size,
        Cell zeros,
        Cell top1,
        Optional<Integer> samples,
        Cell latency) {

    /// A figure and how it differs from that of the original.
    ///
    /// @param figure a dash if it is not known
    /// @param difference empty for the original, or if either figure is not known
    /// @param trend whether the difference is welcome
    record Cell(String figure, String difference, Trend trend) {
        static final Cell UNKNOWN = new Cell(Differences.NONE, "", Trend.NONE);
    }

    /// Whether a change is welcome. A latency measured by itself has none: only measurements in
    /// turns can tell which model is faster.
    enum Trend {
        NONE,
        BETTER,
        WORSE
    }

    static VersionRow of(Version version, Version original, boolean current) {
        return new VersionRow(
                version.step(),
                version.edit(),
                current,
                size(version, original),
                zeros(version, original),
                top1(version, original),
                version.evaluation().map(evaluation -> evaluation.samples()),
                latency(version, original));
    }

    private static Cell size(Version version, Version original) {
        double before = original.fileBytes();
        double after = version.fileBytes();
        return new Cell(
                Units.bytes(version.fileBytes()),
                version.isOriginal() ? "" : Differences.relative(before, after),
                trend(before - after, 0.005 * before));
    }

    private static Cell zeros(Version version, Version original) {
        return version.zerosShare()
                .map(share ->
                        new Cell(
                                Units.percent(share),
                                version.isOriginal()
                                        ? ""
                                        : original.zerosShare()
                                                .map(o -> Differences.points(o, share))
                                                .orElse(""),
                                Trend.NONE))
                .orElse(Cell.UNKNOWN);
    }

    private static Cell top1(Version version, Version original) {
        return version.evaluation()
                .map(own -> {
                    var base = original.evaluation().filter(_ -> !version.isOriginal());
                    return new Cell(
                            Units.percent(own.top1()),
                            base.map(o -> Differences.points(o.top1(), own.top1())).orElse(""),
                            base.map(o -> trend(own.top1() - o.top1(), 0.0005)).orElse(Trend.NONE));
                })
                .orElse(Cell.UNKNOWN);
    }

    private static Cell latency(Version version, Version original) {
        return version.profile()
                .map(own ->
                        new Cell(
                                Units.milliseconds(own.latency().medianMs()),
                                original.profile()
                                        .filter(_ -> !version.isOriginal())
                                        .map(o ->
                                                Differences.relative(
                                                        o.latency().medianMs(),
                                                        own.latency().medianMs()))
                                        .orElse(""),
                                Trend.NONE))
                .orElse(Cell.UNKNOWN);
    }

    private static Trend trend(double gain, double noticeable) {
        if (Math.abs(gain) < noticeable || gain == 0) {
            return Trend.NONE;
        }
        return gain > 0 ? Trend.BETTER : Trend.WORSE;
    }
}
