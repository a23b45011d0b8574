package dev.lathe.model.diff;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.outline.Outline;
import dev.lathe.model.shape.InferredTypes;
import dev.lathe.model.work.Progress;
import java.util.List;

/// Two models in one picture: all of the second model, and what was removed of the first where it
/// was.
///
/// Removed nodes read the values that correspond to those they read, and the nodes that read them
/// still do, as further inputs. The merged graph has no cycle unless one of the two has: where a
/// removed node would depend on its own readers they are left unconnected. It is for looking at,
/// not for running.
///
/// @param types what is known of the values of both
/// @param nodes what became of every node, in the order of the merged graph, each node before those
///   inside it
/// @param loose what became of constants that no node reads
/// @param unwired how many edges were left out so that there is no cycle
public record MergedModel(
        ModelGraph model,
        InferredTypes types,
        List<MergedNode> nodes,
        List<TensorDiff> loose,
        int unwired) {

    public MergedModel {
        nodes = List.copyOf(nodes);
        loose = List.copyOf(loose);
    }

    /// A model with what is known of its types.
    public record Typed(ModelGraph model, InferredTypes types) {
        Outline outline() {
            return Outline.of(model, types);
        }
    }

    /// Merges two models.
    ///
    /// @param diff of just these models
    /// @throws InterruptedException if the thread was interrupted
    public static MergedModel of(ModelDiff diff, Typed before, Typed after, Progress progress)
            throws InterruptedException {
        var weights = new WeightChanges();
        var merge = new GraphMerge(diff, weights, progress);
        var main = merge.run(before.outline().main(), after.outline().main());
        return new MergedModel(
                after.model().withGraph(main.graph()),
                main.types(),
                main.nodes(),
                weights.loose(diff),
                main.unwired());
    }
}
