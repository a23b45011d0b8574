package dev.lathe.profiler.feed;

import java.util.List;

/// The order in which a model takes the dimensions of a sample.
enum Arrangement {
    /// The order that the sample has.
    AS_IS,
    /// From channels × height × width to height × width × channels.
    CHANNELS_LAST,
    /// From height × width × channels to channels × height × width.
    CHANNELS_FIRST;

    /// The sizes of a sample in this order; unchanged where a sample does not have three
    /// dimensions.
    List<Long> sizes(List<Long> sample) {
        if (sample.size() != 3) {
            return sample;
        }
        return switch (this) {
            case AS_IS -> sample;
            case CHANNELS_LAST -> List.of(sample.get(1), sample.get(2), sample.get(0));
            case CHANNELS_FIRST -> List.of(sample.get(2), sample.get(0), sample.get(1));
        };
    }

    /// The elements of a sample in this order.
    float[] elements(float[] elements, List<Long> sample) {
        if (this == AS_IS || sample.size() != 3) {
            return elements;
        }
        int channels = Math.toIntExact(this == CHANNELS_LAST ? sample.get(0) : sample.get(2));
        int pixels = elements.length / Math.max(1, channels);
        var arranged = new float[elements.length];
        for (int channel = 0; channel < channels; channel++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int first = channel * pixels + pixel;
                int last = pixel * channels + channel;
                arranged[this == CHANNELS_LAST ? last : first] =
                        elements[this == CHANNELS_LAST ? first : last];
            }
        }
        return arranged;
    }
}
