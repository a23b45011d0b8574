package dev.lathe.model.onnx;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.graph.TensorContent.External;
import java.util.HashSet;

/// How large a model is as a file.
public final class ModelSize {
    private ModelSize() {}

    /// The bytes of the file that {@link OnnxWriter} writes, and of the data files that go with it.
    public static long bytes(ModelGraph model) {
        if (model.origin().isPresent()) {
            return model.origin().get().bytes().byteSize() + externalBytes(model);
        }
        var data = new DataFile("weights");
        var places = OnnxWriter.wantsDataFile(model) ? data : new TensorPlaces.Inside();
        return ModelEncoder.encode(model, places).getSerializedSize() + data.size();
    }

    private static long externalBytes(ModelGraph model) {
        var counted = new HashSet<String>();
        long sum = 0;
        for (Tensor tensor : ModelTensors.all(model)) {
            if (tensor.content() instanceof External(var location, long offset, var bytes)
                    && counted.add(location + "@" + offset)) {
                sum += bytes.byteSize();
            }
        }
        return sum;
    }
}
