package dev.lathe.model.data;

import java.util.List;

/// Samples that can be read one at a time, in a fixed order.
public interface Dataset {

    /// The number of samples.
    int size();

    /// Class names in the order of labels; empty if the data has no labels.
    List<String> labels();

    /// Whether every sample has a label.
    boolean isLabelled();

    /// Reads and preprocesses one sample. May be called from several threads.
    Sample read(int position) throws DatasetException;

    /// Identifies the list of samples: a SHA-256 over their identities, in hexadecimal.
    String fingerprint();

    /// At most so many samples after passing over the first ones.
    default Dataset slice(int skip, int limit) {
        return new DatasetSlice(this, skip, limit);
    }
}
