package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.tensor.ChannelRanges;
import dev.lathe.model.tensor.ElementPlace;
import dev.lathe.model.tensor.TensorStatistics;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/// The figures of a tensor in words.
final class TensorFigures {
    private static final int FEW = 16;
    private final ShownTensor shown;
    private final Texts texts;

    TensorFigures(ShownTensor shown, Texts texts) {
        this.shown = shown;
        this.texts = texts;
    }

    /// What is known without reading the elements.
    FigureGrid known(Optional<ModelOrigin> origin) {
        var grid = new FigureGrid();
        grid.figure(texts.text("tensor.elements"), elements());
        grid.figure(texts.text("tensor.place"), place(ElementPlace.of(shown.tensor(), origin)));
        shown.list(FEW).ifPresent(list -> grid.figure(texts.text("tensor.values"), list));
        return grid;
    }

    /// Adds what the statistics say.
    void add(FigureGrid grid, TensorStatistics statistics) {
        if (statistics.finite() > 0) {
            grid.figure(texts.text("tensor.min"), shown.figure(statistics.min()))
                    .figure(texts.text("tensor.max"), shown.figure(statistics.max()))
                    .figure(texts.text("inspect.mean"), Units.number(statistics.mean()))
                    .figure(texts.text("inspect.std"), Units.number(statistics.std()))
                    .figure(texts.text("inspect.zeros"), zeros(statistics));
        }
        if (statistics.finite() < statistics.elements()) {
            grid.figure(texts.text("inspect.non-finite"), nonFinite(statistics));
        }
        grid.figure(texts.text("tensor.distinct"), distinct(statistics));
    }

    private static String zeros(TensorStatistics statistics) {
        var share = Units.percent(statistics.zeroShare());
        return statistics.zeros() == 0 ? share : share + " · " + grouped(statistics.zeros());
    }

    private String nonFinite(TensorStatistics statistics) {
        var parts = new ArrayList<String>();
        if (statistics.nans() > 0) {
            parts.add(grouped(statistics.nans()) + " NaN");
        }
        if (statistics.positiveInfinities() > 0) {
            parts.add(grouped(statistics.positiveInfinities()) + " +∞");
        }
        if (statistics.negativeInfinities() > 0) {
            parts.add(grouped(statistics.negativeInfinities()) + " −∞");
        }
        return String.join(", ", parts);
    }

    private static String distinct(TensorStatistics statistics) {
        return statistics.distinct().isPresent()
                ? grouped(statistics.distinct().getAsLong())
                : "> " + grouped(1 << 16);
    }

    private String elements() {
        return grouped(shown.tensor().elements());
    }

    private ObservableValue<String> place(ElementPlace place) {
        return switch (place) {
            case ElementPlace.InFile(long offset) ->
                    texts.text("tensor.place.file", grouped(offset));
            case ElementPlace.InModel() -> texts.text("tensor.place.model");
            case ElementPlace.Beside(var location, long offset) ->
                    texts.text("tensor.place.beside", location, grouped(offset));
            case ElementPlace.SomeInModel(long stored) ->
                    texts.text("tensor.place.sparse", grouped(stored));
        };
    }

    /// What one column of a plot of channels stands for.
    static List<Object> channel(ShownTensor shown, ChannelRanges ranges, int channel) {
        return List.of(
                grouped(channel),
                shown.figure(ranges.min(channel)),
                shown.figure(ranges.max(channel)),
                Units.number(ranges.mean(channel)),
                Units.number(ranges.std(channel)),
                Units.percent(ranges.zeroShare(channel)));
    }

    /// A count with its thousands apart, the same in every language.
    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
