package dev.lathe.ui.inspect.tensor;

import dev.lathe.model.tensor.ChannelRanges;
import dev.lathe.model.tensor.Numbers;
import dev.lathe.ui.form.Choice;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The ranges of the channels of a tensor along an axis that people choose, in an order that they
/// choose.
final class ChannelSection extends VBox {
    private final ShownTensor shown;
    private final Numbers numbers;
    private final TensorDesk desk;
    private final Texts texts;
    private final ObjectProperty<Integer> axis;
    private final ObjectProperty<ChannelOrder> order =
            new SimpleObjectProperty<>(this, "order", ChannelOrder.INDEX);
    private final StackPane place = new StackPane();
    private final Label pointed = new Label();
    private Optional<ChannelRanges> ranges = Optional.empty();
    private Jobs.Handle loading = Jobs.Handle.NONE;

    /// The axes of a tensor that have more than one and not too many channels.
    static List<Integer> axes(ShownTensor shown) {
        var sizes = shown.tensor().sizes();
        return IntStream.range(0, sizes.size())
                .filter(axis -> sizes.get(axis) > 1 && sizes.get(axis) <= ChannelRanges.MOST)
                .boxed()
                .toList();
    }

    /// The channels of a tensor with at least one axis to choose.
    ///
    /// @param suffix of the ids of what is in it
    ChannelSection(ShownTensor shown, Numbers numbers, String suffix, TensorDesk desk) {
        this.shown = shown;
        this.numbers = numbers;
        this.desk = desk;
        this.texts = desk.texts();
        getStyleClass().add("channel-section");
        var axes = axes(shown);
        int wanted = shown.constant().channelAxis().orElse(0);
        this.axis =
                new SimpleObjectProperty<>(
                        this, "axis", axes.contains(wanted) ? wanted : axes.getFirst());
        pointed.setId("channel-pointed" + suffix);
        pointed.getStyleClass().add("plot-readout");
        pointed.setWrapText(true);
        getChildren().setAll(choices(axes, suffix), place, pointed);
        axis.subscribe(this::load);
        order.subscribe((_, _) -> show());
    }

    private HBox choices(List<Integer> axes, String suffix) {
        var axisChoice =
                new Choice<>(
                        "channel-axis" + suffix,
                        axes,
                        axis,
                        at ->
                                texts.text(
                                        "tensor.axis",
                                        at,
                                        TensorFigures.grouped(shown.tensor().sizes().get(at))));
        var orderChoice =
                new Choice<>(
                        "channel-order" + suffix,
                        Arrays.asList(ChannelOrder.values()),
                        order,
                        value -> texts.text(value.messageKey()));
        axisChoice.accessibleTextProperty().bind(texts.text("tensor.axis.choice"));
        orderChoice.accessibleTextProperty().bind(texts.text("tensor.order.choice"));
        var line = new HBox(axisChoice, orderChoice);
        line.getStyleClass().add("channel-choices");
        for (var choice : List.of(axisChoice, orderChoice)) {
            choice.setMaxWidth(Double.MAX_VALUE);
            choice.setMinWidth(0);
            HBox.setHgrow(choice, Priority.ALWAYS);
        }
        return line;
    }

    private void load(int chosen) {
        loading.cancel();
        loading =
                desk.analyses()
                        .ranges(
                                shown,
                                numbers,
                                chosen,
                                result -> {
                                    if (axis.get() == result.axis()) {
                                        ranges = Optional.of(result);
                                        show();
                                    }
                                });
    }

    /// Stops what is being computed.
    void cancel() {
        loading.cancel();
    }

    private void show() {
        ranges.ifPresent(result -> {
            var plot = new ChannelPlot(result, order.get().of(result), shown::figure);
            plot.accessibleTextProperty().bind(texts.text("tensor.channels"));
            place.getChildren().setAll(plot);
            plot.pointedProperty().subscribe(_ -> read(result, plot.channel()));
        });
    }

    private void read(ChannelRanges result, int channel) {
        if (channel < 0) {
            pointed.textProperty().bind(texts.text("tensor.channels.hint", result.size()));
        } else {
            var figures = TensorFigures.channel(shown, result, channel).toArray();
            pointed.textProperty().bind(texts.text("tensor.channel", figures));
        }
    }
}
