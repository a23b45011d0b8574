package dev.lathe.ui.shell;

import dev.lathe.ui.session.Problem;
import dev.lathe.ui.session.Workbench;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener.Change;

/// What the window shows around the panes.
public final class ShellModel {
    private final ObjectProperty<WorkArea> area =
            new SimpleObjectProperty<>(this, "area", WorkArea.GRAPH);
    private final BooleanProperty sideShown = new SimpleBooleanProperty(this, "sideShown", true);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

    public ShellModel(Workbench workbench) {
        workbench.problems().list().addListener(this::onProblems);
        workbench.openProperty().subscribe((_, _) -> dismissProblem());
        area.subscribe((_, _) -> sideShown.set(true));
    }

    /// The area of work.
    public ObjectProperty<WorkArea> areaProperty() {
        return area;
    }

    /// Whether the right side is shown.
    public BooleanProperty sideShownProperty() {
        return sideShown;
    }

    /// The latest problem, until it is dismissed or a model is opened.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Takes the latest problem out of sight; it stays in the list of messages.
    public void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Closes what Escape closes: the problem, else the right side.
    public void escape() {
        if (problem.get().isPresent()) {
            dismissProblem();
        } else {
            sideShown.set(false);
        }
    }

    private void onProblems(Change<? extends Problem> change) {
        while (change.next()) {
            if (change.wasAdded()) {
                problem.set(Optional.of(change.getAddedSubList().getLast()));
            }
        }
    }
}
