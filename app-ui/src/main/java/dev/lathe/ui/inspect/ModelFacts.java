package dev.lathe.ui.inspect;

import dev.lathe.model.graph.ModelWarning;
import dev.lathe.model.graph.Value;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.inspect.tensor.TensorDesk;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.text.EditText;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a model says of itself, and its totals.
final class ModelFacts extends VBox {
    private final Version version;
    private final Texts texts;

    ModelFacts(
            Version version,
            Optional<FreeDimensionsSection> dimensions,
            TensorDesk tensors,
            Texts texts) {
        this.version = version;
        this.texts = texts;
        getStyleClass().add("inspector-content");
        getChildren().setAll(header(), totals(), interfaces("inspect.inputs", inputs()));
        getChildren().add(interfaces("inspect.outputs", version.model().graph().outputs()));
        dimensions.ifPresent(getChildren()::add);
        getChildren().addAll(origin(), tensors.saveAll(version.model()));
        if (!version.model().header().metadata().isEmpty()) {
            getChildren().add(metadata());
        }
        if (!version.model().warnings().isEmpty()) {
            getChildren().add(warnings());
        }
    }

    private VBox header() {
        var title = new Label();
        title.getStyleClass().add("inspector-title");
        title.textProperty().bind(texts.text("inspect.model"));
        var name = new Label();
        name.getStyleClass().add("inspector-subtitle");
        name.textProperty()
                .bind(texts.messagesProperty().map(_ -> EditText.title(texts, version.edit())));
        var header = new VBox(title, name);
        header.getStyleClass().add("inspector-header");
        return header;
    }

    private Section totals() {
        var cost = version.cost();
        var grid =
                new FactGrid()
                        .figure(
                                texts.text("inspect.layers"),
                                Integer.toString(version.model().graph().nodes().size()))
                        .figure(texts.text("inspect.parameters"), Units.count(cost.parameters()))
                        .figure(texts.text("inspect.macs"), Units.count(cost.macs()))
                        .figure(texts.text("inspect.weights"), Units.bytes(cost.weightBytes()))
                        .figure(
                                texts.text("inspect.activation-peak"),
                                Units.bytes(cost.activationPeakBytes()))
                        .figure(texts.text("inspect.file-size"), Units.bytes(version.fileBytes()));
        version.zerosShare()
                .ifPresent(share -> grid.figure(texts.text("inspect.zeros"), Units.percent(share)));
        return new Section(texts.text("inspect.totals"), grid);
    }

    private List<Value> inputs() {
        return version.model().graph().requiredInputs();
    }

    private Section interfaces(String key, List<Value> values) {
        var list = new VBox();
        list.getStyleClass().add("value-list");
        for (Value value : values) {
            var type = TypeText.of(version.types().type(value.name()).or(value::type));
            list.getChildren()
                    .add(new ValueLine(value.name(), type, texts).with(value.quantization()));
        }
        return new Section(texts.text(key), list);
    }

    private Section origin() {
        var header = version.model().header();
        var producer = (header.producerName() + " " + header.producerVersion()).strip();
        var grid =
                new FactGrid()
                        .fact(texts.text("inspect.format"), header.format().label())
                        .fact(texts.text("inspect.opsets"), opsets())
                        .fact(texts.text("inspect.ir-version"), Long.toString(header.irVersion()));
        if (!producer.isEmpty()) {
            grid.fact(texts.text("inspect.producer"), producer);
        }
        var graphName = version.model().graph().name();
        if (!graphName.isEmpty()) {
            grid.fact(texts.text("inspect.graph-name"), graphName);
        }
        if (!header.documentation().isEmpty()) {
            grid.fact(texts.text("inspect.documentation"), header.documentation());
        }
        return new Section(texts.text("inspect.origin"), grid);
    }

    private String opsets() {
        return version.model().header().opsets().entrySet().stream()
                .map(e -> (e.getKey().isEmpty() ? "ai.onnx" : e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    private Section metadata() {
        var grid = new FactGrid();
        version.model().header().metadata().forEach(grid::fact);
        return new Section(texts.text("inspect.metadata"), grid);
    }

    private Section warnings() {
        var lines = new VBox();
        lines.getStyleClass().add("warnings");
        for (ModelWarning warning : version.model().warnings()) {
            var label = new Label(warning.message());
            label.setWrapText(true);
            label.getStyleClass().add("warning-line");
            lines.getChildren().add(label);
        }
        return new Section(texts.text("inspect.warnings"), lines);
    }
}
