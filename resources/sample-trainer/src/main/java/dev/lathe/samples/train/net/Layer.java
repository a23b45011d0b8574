package dev.lathe.samples.train.net;

import java.util.List;

/// One layer of a convolutional network. Names are paths (`block1/conv1`); images are laid out
/// `[batch, channels, rows, columns]`.
public sealed interface Layer {

    /// The path of the layer.
    String name();

    /// The first part of the names of the layer's weights, `block1.conv1`.
    default String weightPrefix() {
        return name().replace('/', '.');
    }

    /// A square convolution without bias, padded so that stride 1 keeps the size of the image.
    record Conv(String name, int inputs, int outputs, int kernel, int stride, int groups)
            implements Layer {

        /// A convolution in which every output sees every input.
        static Conv full(String name, int inputs, int outputs, int kernel, int stride) {
            return new Conv(name, inputs, outputs, kernel, stride, 1);
        }

        /// A convolution of each channel by itself.
        static Conv depthwise(String name, int channels, int kernel) {
            return new Conv(name, channels, channels, kernel, 1, channels);
        }
    }

    /// Batch normalization.
    record BatchNorm(String name, int channels) implements Layer {}

    /// max(0, x).
    record Relu(String name) implements Layer {}

    /// The largest of each square of `size` × `size` pixels; squares do not overlap.
    record MaxPool(String name, int size) implements Layer {}

    /// The sum of two paths from the same input. No layers at all is the input itself.
    record Residual(String name, List<Layer> body, List<Layer> shortcut) implements Layer {
        public Residual {
            body = List.copyOf(body);
            shortcut = List.copyOf(shortcut);
        }
    }

    /// The channels of two paths from the same input, one after the other.
    record Branches(String name, List<Layer> first, List<Layer> second) implements Layer {
        public Branches {
            first = List.copyOf(first);
            second = List.copyOf(second);
        }
    }

    /// The mean of each channel.
    record GlobalAveragePool(String name) implements Layer {}

    /// From one pixel per channel to a vector.
    record Flatten(String name) implements Layer {}

    /// Forgets a part of its input at random. It acts in training only and is not written to the
    /// file.
    record Dropout(String name, float rate) implements Layer {}

    /// A dense layer with bias.
    record Dense(String name, int inputs, int outputs) implements Layer {}
}
