package dev.lathe.model.run;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import java.util.Map;

/// Executes models. Nothing of the execution happens in the calling process.
@FunctionalInterface
public interface ModelRunner {

    /// A runner without a runtime: it refuses.
    ModelRunner NONE =
            _ -> {
                throw new ModelRunException(
                        "Cannot run the model: there is no runtime here; run it with one");
            };

    /// Loads a model. The session has to be closed.
    Session open(ModelGraph model) throws ModelRunException, InterruptedException;

    /// A runner that executes the nodes as the model has them, without merging any first, so that
    /// two models that do the same arithmetic give the same numbers.
    default ModelRunner asWritten() {
        return this;
    }

    /// A loaded model.
    interface Session extends AutoCloseable {

        /// Runs the model once.
        ///
        /// @param inputs every required input by name
        /// @return every output by name, in the model's order
        Map<String, Tensor> run(Map<String, Tensor> inputs)
                throws ModelRunException, InterruptedException;

        /// Frees the model; twice without harm.
        @Override
        void close();
    }
}
