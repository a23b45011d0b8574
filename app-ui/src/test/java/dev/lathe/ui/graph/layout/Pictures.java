package dev.lathe.ui.graph.layout;

import dev.lathe.model.graph.Graph;
import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.outline.Scope;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;

/// Pictures for tests.
public final class Pictures {
    private Pictures() {}

    /// The picture of a graph without groups.
    static GraphPicture flat(Graph graph) throws InterruptedException {
        return flat(Graphs.model(graph), InferredTypes.NONE);
    }

    /// The picture of a main graph without groups.
    static GraphPicture flat(ModelGraph model, InferredTypes types) throws InterruptedException {
        var main = Outline.ungrouped(model, types).main();
        return PictureBuilder.build(
                main, Look.of(Unfolding.CLOSED), new CharWidths(), Progress.NONE);
    }

    /// A graph without groups, from top to bottom.
    public static LaidOutGraph laidOut(Graph graph) throws InterruptedException {
        return new LayeredLayout(new CharWidths()).layOut(flat(graph), Progress.NONE);
    }

    /// The picture of a scope with everything in it open.
    static GraphPicture open(Scope scope) throws InterruptedException {
        var all = FirstView.all(scope, scope.groups().root());
        return PictureBuilder.build(scope, Look.of(all), new CharWidths(), Progress.NONE);
    }
}
