package dev.lathe.ui.compress;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.simplify.Pass;
import dev.lathe.ui.session.Version;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How to simplify.
final class SimplifyViewModel {
    private final Map<Pass, BooleanProperty> passes = new EnumMap<>(Pass.class);
    private final ObjectProperty<OpsetChoice> opset =
            new SimpleObjectProperty<>(this, "opset", OpsetChoice.KEEP);
    private final ObservableList<OpsetChoice> opsets =
            FXCollections.observableArrayList(OpsetChoice.KEEP);
    private final BooleanBinding idle;

    SimplifyViewModel() {
        for (Pass pass : Pass.values()) {
            passes.put(pass, new SimpleBooleanProperty(this, pass.word(), true));
        }
        var all = passes.values().toArray(BooleanProperty[]::new);
        this.idle =
                Bindings.createBooleanBinding(() -> skipped().size() == all.length, all)
                        .and(opset.isEqualTo(OpsetChoice.KEEP));
    }

    /// Whether a pass takes part.
    BooleanProperty takesPart(Pass pass) {
        return Objects.requireNonNull(passes.get(pass));
    }

    ObjectProperty<OpsetChoice> opsetProperty() {
        return opset;
    }

    /// What the operator set of the version can become.
    ObservableList<OpsetChoice> opsets() {
        return opsets;
    }

    /// Whether there is nothing to do.
    BooleanBinding isIdle() {
        return idle;
    }

    Edit edit() {
        return new Simplify(opset.get().version(), skipped());
    }

    /// Offers what fits a version.
    void show(Optional<Version> version) {
        long now = version.map(v -> v.model().header().opset()).orElse(Long.MAX_VALUE);
        opsets.removeIf(choice -> choice.version().isPresent());
        for (OpsetChoice choice : OpsetChoice.values()) {
            if (choice.version().isPresent() && choice.version().getAsLong() > now) {
                opsets.add(choice);
            }
        }
        if (!opsets.contains(opset.get())) {
            opset.set(OpsetChoice.KEEP);
        }
    }

    private Set<Pass> skipped() {
        var skipped = EnumSet.noneOf(Pass.class);
        passes.forEach((pass, takesPart) -> {
            if (!takesPart.get()) {
                skipped.add(pass);
            }
        });
        return Collections.unmodifiableSet(skipped);
    }

    /// What the version of the standard operator set becomes.
    enum OpsetChoice {
        KEEP(OptionalLong.empty()),
        OPSET_13(OptionalLong.of(13)),
        OPSET_17(OptionalLong.of(17)),
        OPSET_21(OptionalLong.of(21));

        private final OptionalLong version;

        OpsetChoice(OptionalLong version) {
            this.version = version;
        }

        /// The version; empty if it stays.
        OptionalLong version() {
            return version;
        }
    }
}
