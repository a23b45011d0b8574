package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Where the time goes: a table of operators and the switch that colours the graph.
final class OperatorSection extends VBox {
    private final ProfileViewModel model;
    private final Texts texts;

    OperatorSection(ProfileViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getChildren()
                .setAll(
                        new Section(
                                texts.text("profile.operators"),
                                new OperatorTable(texts, model.operators(), model::select),
                                sum(),
                                heatMap()));
    }

    private CheckBox heatMap() {
        var box = new CheckBox();
        box.setId("profile-heat-map");
        box.textProperty().bind(texts.text("profile.heat-map"));
        box.selectedProperty().bindBidirectional(model.heatMapProperty());
        box.disableProperty().bind(Bindings.isEmpty(model.operators()));
        return box;
    }

    private Label sum() {
        var label = new Label();
        label.setId("profile-operators-sum");
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        var profile = model.profile();
        label.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> profile.getValue().map(this::sumWords).orElse(""),
                                profile,
                                texts.messagesProperty()));
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private String sumWords(Profile profile) {
        return texts.now("profile.operators.sum", Units.percent(profile.operatorsToSteady()));
    }
}
