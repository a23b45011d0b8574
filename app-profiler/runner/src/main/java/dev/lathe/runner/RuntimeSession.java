package dev.lathe.runner;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A model that a runtime has loaded.
interface RuntimeSession extends AutoCloseable {

    List<ValueSpec> inputs() throws RuntimeFailure;

    List<ValueSpec> outputs() throws RuntimeFailure;

    /// What else there is to know of how the model will run, such as the delegate that runs it.
    Map<String, String> details();

    /// Runs the model once. The elements of the outputs hold until the next run.
    List<WireTensor> run(List<WireTensor> inputs) throws RuntimeFailure;

    /// Runs the model over and over on the same inputs, as long as the loop says.
    void measure(List<WireTensor> inputs, TimingLoop loop) throws RuntimeFailure, IOException;

    /// Ends profiling.
    ///
    /// @return the times of operators, in the form that ONNX Runtime writes them in
    byte[] stopProfiling() throws RuntimeFailure, IOException;

    @Override
    void close() throws RuntimeFailure;
}
