package dev.lathe.ui.inspect;

import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.graph.ModelOrigin;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.FreeDimensions;
import dev.lathe.resources.operator.OperatorBook;
import dev.lathe.ui.form.EmptyState;
import dev.lathe.ui.form.PaneScroll;
import dev.lathe.ui.form.PathChooser;
import dev.lathe.ui.inspect.Inspection.Nothing;
import dev.lathe.ui.inspect.Inspection.OfGroup;
import dev.lathe.ui.inspect.Inspection.OfLayer;
import dev.lathe.ui.inspect.Inspection.OfModel;
import dev.lathe.ui.inspect.Inspection.OfScope;
import dev.lathe.ui.inspect.Inspection.OfSeveral;
import dev.lathe.ui.inspect.tensor.TensorDesk;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Version;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;

/// All that is known of what is selected: a layer, a group, several of them, or the graph if
/// nothing is.
public final class Inspector extends BorderPane {
    private final Workbench workbench;
    private final Texts texts;
    private final Desk desk;
    private final PartPages parts;
    private final Trail<Subject> trail = new Trail<>();
    private final TrailBar bar;
    private final NextFrame update = new NextFrame(this::update);
    private Optional<Version> outlined = Optional.empty();
    private Optional<Outline> outline = Optional.empty();
    private Inspection shown = new Nothing();

    public Inspector(
            Workbench workbench,
            Jobs jobs,
            ObservableValue<KindPalette> palette,
            Texts texts,
            PathChooser paths) {
        this.workbench = workbench;
        this.texts = texts;
        this.desk =
                new Desk(
                        texts,
                        palette,
                        new OperatorBook(),
                        tensors(jobs, palette, paths),
                        new QuantizationLoader(jobs, workbench.problems(), texts),
                        workbench.scopeProperty(),
                        new SimpleBooleanProperty(false),
                        subject -> subject.choose(workbench));
        this.parts = new PartPages(jobs, workbench.problems(), desk);
        this.bar = new TrailBar(this::back, this::forth, texts);
        setId("inspector");
        getStyleClass().add("inspector");
        TrailKeys.install(this, this::back, this::forth);
        Copying.install(this, texts);
        setTop(bar);
        setCenter(page(shown));
        workbench.selectedLayers().addListener((InvalidationListener) _ -> update.start());
        workbench.selectedGroups().addListener((InvalidationListener) _ -> update.start());
        workbench.scopeProperty().subscribe(_ -> update.start());
        workbench.shownGroupProperty().subscribe(_ -> update.start());
        workbench.currentProperty().subscribe(_ -> update.start());
        texts.messagesProperty().subscribe((_, _) -> rebuild());
        palette.subscribe((_, _) -> rebuild());
    }

    private TensorDesk tensors(Jobs jobs, ObservableValue<KindPalette> palette, PathChooser paths) {
        return new TensorDesk(jobs, workbench.problems(), texts, palette, paths, this::origin);
    }

    /// The file that the first version was read from.
    private Optional<ModelOrigin> origin() {
        var versions = workbench.versions();
        return versions.isEmpty() ? Optional.empty() : versions.getFirst().model().origin();
    }

    private void back() {
        trail.back().ifPresent(subject -> subject.choose(workbench));
    }

    private void forth() {
        trail.forth().ifPresent(subject -> subject.choose(workbench));
    }

    private void update() {
        var current = workbench.currentProperty().get();
        outline(current);
        var subject = Subject.of(workbench);
        var now = Inspection.of(current, outline, shownInstead(subject));
        if (current.isEmpty()) {
            trail.clear();
        } else {
            trail.visit(subject);
        }
        bar.show(trail);
        if (!now.equals(shown)) {
            shown = now;
            show(page(now));
        }
    }

    /// A subject where nothing is selected is about the group that is shown by itself, if one is.
    private Subject shownInstead(Subject subject) {
        var group = workbench.shownGroupProperty().get();
        return group.isEmpty() || !subject.isGraph()
                ? subject
                : Subject.group(group, subject.scope());
    }

    private void rebuild() {
        show(page(shown));
    }

    /// Shows another page. A focus that was on the old one goes to the new one.
    private void show(Node page) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        boolean hadFocus = owner != null && isIn(getCenter(), owner);
        setCenter(page);
        if (hadFocus) {
            page.requestFocus();
        }
    }

    private static boolean isIn(Node parent, Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // comparing two large models takes long
    private void outline(Optional<Version> current) {
        var before = outlined.map(Version::model);
        var now = current.map(Version::model);
        boolean same =
                before.isPresent() == now.isPresent()
                        && (before.isEmpty() || before.get() == now.get());
        if (!same) {
            outline = current.map(version -> Outline.of(version.model(), version.types()));
            parts.of(current, outline);
        }
        outlined = current;
    }

    /// The fields for the sizes that the latest version leaves open: an edit is made to no other.
    private Optional<FreeDimensionsSection> dimensions(Version version) {
        var free = FreeDimensions.of(version.model());
        if (free.isEmpty() || version.step() != workbench.versions().size() - 1) {
            return Optional.empty();
        }
        return Optional.of(
                new FreeDimensionsSection(
                        free.all(),
                        workbench.canEdit(),
                        sizes -> workbench.apply(new BindDimensions(sizes)),
                        texts));
    }

    private Node page(Inspection inspection) {
        return switch (inspection) {
            case Nothing _ ->
                    new EmptyState(
                            Feather.BOX,
                            texts.text("inspect.empty"),
                            texts.text("inspect.empty.hint"));
            case OfModel model ->
                    new PaneScroll(
                            new ModelFacts(
                                    model.version(),
                                    dimensions(model.version()),
                                    desk.tensors(),
                                    texts));
            case OfScope graph -> new PaneScroll(parts.page(graph));
            case OfGroup group -> new PaneScroll(parts.page(group));
            case OfSeveral several -> new PaneScroll(parts.page(several));
            case OfLayer layer -> new PaneScroll(new LayerFacts(layer, desk));
        };
    }
}
