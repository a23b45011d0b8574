package dev.lathe.ui.picture;

import dev.lathe.ui.graph.GraphView;
import dev.lathe.ui.graph.GraphViewModel;
import dev.lathe.ui.graph.paint.Area;
import dev.lathe.ui.graph.paint.PictureExport;
import dev.lathe.ui.graph.paint.PictureFrame;
import dev.lathe.ui.graph.paint.PictureFrame.Background;
import dev.lathe.ui.job.Job;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.text.Texts;
import dev.lathe.ui.theme.KindPalette;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A picture of the graph that is to be written, and how far writing it has come.
public final class PictureViewModel {
    private final GraphViewModel graph;
    private final GraphView view;
    private final Jobs jobs;
    private final Problems problems;
    private final Texts texts;
    private final ObjectProperty<PicturePart> part =
            new SimpleObjectProperty<>(this, "part", PicturePart.WHOLE);
    private final ObjectProperty<PictureFormat> format =
            new SimpleObjectProperty<>(this, "format", PictureFormat.PNG);
    private final ObjectProperty<KindPalette> palette;
    private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 2);
    private final BooleanProperty transparent = new SimpleBooleanProperty(this, "transparent");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
    private final ReadOnlyObjectWrapper<Optional<Path>> written =
            new ReadOnlyObjectWrapper<>(this, "written", Optional.empty());
    private final ObjectBinding<Optional<PictureFrame>> frame;
    private Jobs.Handle writing = Jobs.Handle.NONE;

    /// Pictures of what a pane shows.
    public PictureViewModel(
            GraphViewModel graph, GraphView view, Jobs jobs, Problems problems, Texts texts) {
        this.graph = graph;
        this.view = view;
        this.jobs = jobs;
        this.problems = problems;
        this.texts = texts;
        this.palette = new SimpleObjectProperty<>(this, "palette", graph.paletteProperty().get());
        this.frame =
                Bindings.createObjectBinding(
                        this::makeFrame,
                        part,
                        scale,
                        transparent,
                        graph.pictureProperty(),
                        graph.selectedLayers(),
                        graph.selectedGroups(),
                        view.seenProperty());
    }

    ObjectProperty<PicturePart> partProperty() {
        return part;
    }

    ObjectProperty<PictureFormat> formatProperty() {
        return format;
    }

    /// The theme of the picture.
    ObjectProperty<KindPalette> paletteProperty() {
        return palette;
    }

    /// Pixels for a unit of the picture.
    DoubleProperty scaleProperty() {
        return scale;
    }

    /// Whether there is nothing behind the boxes.
    BooleanProperty transparentProperty() {
        return transparent;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// The share that is written, 0 to 1; negative while it is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Why the last picture was not written; empty if it was.
    ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The last picture that was written.
    ReadOnlyObjectProperty<Optional<Path>> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /// Takes the theme that the graph has now.
    void usePalette() {
        palette.set(graph.paletteProperty().get());
    }

    /// What is to be written; empty if nothing of it is there.
    ObjectBinding<Optional<PictureFrame>> frame() {
        return frame;
    }

    /// Makes the picture so many pixels wide.
    void setWidth(long pixels) {
        frame.get()
                .ifPresent(now -> {
                    if (now.width() != pixels && now.area().width() > 0) {
                        scale.set(pixels / now.area().width());
                    }
                });
    }

    /// The size of the picture in words.
    StringBinding size() {
        return Bindings.createStringBinding(
                () ->
                        frame.get()
                                .map(f -> texts.now("picture.size", f.width(), f.height()))
                                .orElse(""),
                frame,
                texts.messagesProperty());
    }

    /// Why the picture cannot be written; empty if it can.
    StringBinding obstacle() {
        return Bindings.createStringBinding(
                this::obstacleText, frame, format, running, part, texts.messagesProperty());
    }

    /// The name that a file is to have.
    String suggestedName(String model) {
        int dot = model.lastIndexOf('.');
        return (dot > 0 ? model.substring(0, dot) : model) + format.get().ending();
    }

    /// Writes the picture.
    ///
    /// @param chosen the file; the ending of the format is added if it has none of its own
    void write(Path chosen) {
        var wanted = frame.get();
        if (wanted.isEmpty() || running.get()) {
            return;
        }
        var file = withEnding(chosen);
        var laidOut = graph.pictureProperty().get().graph();
        var kind = format.get();
        var export =
                new PictureExport(
                        palette.get(),
                        graph.overlayProperty().get(),
                        graph.changesProperty().get());
        running.set(true);
        failure.set("");
        written.set(Optional.empty());
        var job =
                new Job<>(
                        texts.now("picture.job", file.getFileName()),
                        report -> {
                            switch (kind) {
                                case PNG -> export.writePng(laidOut, wanted.get(), file, report);
                                case SVG -> export.writeSvg(laidOut, wanted.get(), file, report);
                            }
                            return file;
                        },
                        done -> {
                            end();
                            written.set(Optional.of(done));
                        },
                        reason -> {
                            end();
                            failure.set(problems.report(reason));
                        },
                        this::end);
        writing = jobs.start(job);
        if (running.get()) {
            progress.bind(writing.progressProperty());
        }
    }

    /// Stops writing.
    void cancel() {
        writing.cancel();
    }

    private void end() {
        progress.unbind();
        progress.set(-1);
        running.set(false);
    }

    private String obstacleText() {
        var now = frame.get();
        if (running.get()) {
            return texts.now("picture.running");
        }
        if (now.isEmpty()) {
            return texts.now(
                    part.get() == PicturePart.SELECTION
                            ? "picture.nothing-selected"
                            : "picture.nothing");
        }
        return format.get() == PictureFormat.PNG && !now.get().fitsPixels()
                ? texts.now(
                        "picture.too-large",
                        (long) Math.floor(PictureFrame.largestScale(now.get().area()) * 100))
                : "";
    }

    private Optional<PictureFrame> makeFrame() {
        var all = Area.of(graph.pictureProperty().get().graph());
        var area =
                switch (part.get()) {
                    case WHOLE -> Optional.of(all);
                    case SELECTION -> view.selectedArea();
                    case VIEW -> Optional.of(view.seenProperty().get());
                };
        var background = transparent.get() ? Background.TRANSPARENT : Background.SURFACE;
        return area.filter(a -> all.width() > 0 && a.width() > 0 && a.height() > 0)
                .map(a -> new PictureFrame(a, scale.get(), background));
    }

    private Path withEnding(Path chosen) {
        var name = String.valueOf(chosen.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(format.get().ending())
                ? chosen
                : chosen.resolveSibling(name + format.get().ending());
    }
}
