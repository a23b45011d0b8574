package dev.lathe.ui.graph.layout;

import dev.lathe.model.format.ModelFiles;
import dev.lathe.model.graph.ModelFormatException;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.ShapeInference;
import dev.lathe.model.work.Progress;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/// Times laying models out in groups. Arguments: model files, or numbers of layers of a generated
/// language model of 55 nodes each. Prints medians of warm rounds in milliseconds, with the first
/// round, which is cold, before them: from the types of the values to the first picture; to the
/// fully open one; opening one group of the first picture, with what is known of it.
final class GroupLayoutBench {
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 11;

    private GroupLayoutBench() {}

    @SuppressWarnings("SystemOut") // this is what a benchmark is for
    public static void main(String[] arguments)
            throws ModelFormatException, IOException, InterruptedException {
        for (String argument : arguments) {
            var model =
                    argument.matches("\\d+")
                            ? LlmGraphs.model(Integer.parseInt(argument))
                            : ModelFiles.read(Path.of(argument));
            measure(Path.of(argument).getFileName().toString(), model);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void measure(String name, ModelGraph model) throws InterruptedException {
        var types = ShapeInference.infer(model);
        var first = new double[WARM_UP + ROUNDS];
        var full = first.clone();
        var one = first.clone();
        LaidOutGraph picture = LaidOutGraph.EMPTY;
        for (int round = 0; round < first.length; round++) {
            long start = System.nanoTime();
            var main = Outline.of(model, types).main();
            var root = main.groups().root();
            var layout = new LayeredLayout(new CharWidths());
            var open = FirstView.readable(main, root);
            draw(layout, main, open);
            first[round] = ms(start);
            start = System.nanoTime();
            root.children().stream()
                    .findFirst()
                    .ifPresent(group -> drawOpen(layout, main, open, main.id(group)));
            one[round] = ms(start);
            start = System.nanoTime();
            var fresh = Outline.of(model, types).main();
            picture =
                    draw(
                            new LayeredLayout(new CharWidths()),
                            fresh,
                            FirstView.all(fresh, fresh.groups().root()));
            full[round] = ms(start);
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s nodes %6d  first picture %.0f / %.1f  one group %.1f  all open %.0f / %.1f"
                        + "  boxes %d  %.0f × %.0f%n",
                name,
                model.graph().nodes().size(),
                first[0],
                median(first),
                median(one),
                full[0],
                median(full),
                picture.boxes().size(),
                picture.width(),
                picture.height());
    }

    private static void drawOpen(LayeredLayout layout, Scope main, Unfolding open, String id) {
        try {
            draw(layout, main, open.withGroup(id, Unfolding.Fold.OPEN));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LaidOutGraph draw(LayeredLayout layout, Scope main, Unfolding open)
            throws InterruptedException {
        var picture = PictureBuilder.build(main, Look.of(open), new CharWidths(), Progress.NONE);
        return new PictureIndex(layout.layOut(picture, Progress.NONE)).graph();
    }

    private static double ms(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] rounds) {
        var warm = Arrays.copyOfRange(rounds, WARM_UP, rounds.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
