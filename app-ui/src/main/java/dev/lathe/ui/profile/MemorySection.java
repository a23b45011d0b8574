package dev.lathe.ui.profile;

import dev.lathe.profiler.measure.MemoryFigures;
import dev.lathe.profiler.measure.Profile;
import dev.lathe.ui.form.Facts;
import dev.lathe.ui.form.Section;
import dev.lathe.ui.text.Differences;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.text.Units;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// The four memory figures of a profile.
final class MemorySection extends VBox {
    private final ObservableValue<Optional<Profile>> profile;

    MemorySection(Texts texts, ObservableValue<Optional<Profile>> profile) {
        this.profile = profile;
        var facts =
                new Facts()
                        .fact(
                                "profile-memory-weights",
                                texts.text("profile.memory.weights"),
                                bytes(m -> OptionalLong.of(m.weightBytes())))
                        .fact(
                                "profile-memory-activations",
                                texts.text("profile.memory.activations"),
                                bytes(MemoryFigures::activationPeakBytes))
                        .fact(
                                "profile-memory-arena",
                                texts.text("profile.memory.arena"),
                                bytes(MemoryFigures::arenaBytes))
                        .fact(
                                "profile-memory-process",
                                texts.text("profile.memory.process"),
                                bytes(MemoryFigures::processPeakBytes));
        getChildren().setAll(new Section(texts.text("profile.memory"), facts));
    }

    private ObservableValue<String> bytes(Function<MemoryFigures, OptionalLong> figure) {
        return profile.map(measured ->
                measured.map(p -> figure.apply(p.memory()))
                        .filter(OptionalLong::isPresent)
                        .map(bytes -> Units.bytes(bytes.getAsLong()))
                        .orElse(Differences.NONE));
    }
}
