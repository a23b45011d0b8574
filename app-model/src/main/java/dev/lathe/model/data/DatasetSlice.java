package dev.lathe.model.data;

import java.util.List;

/// A run of samples of another data set.
record DatasetSlice(Dataset whole, int skip, int limit) implements Dataset {

    @Override
    public int size() {
        return Math.clamp(whole.size() - (long) skip, 0, limit);
    }

    @Override
    public List<String> labels() {
        return whole.labels();
    }

    @Override
    public boolean isLabelled() {
        return whole.isLabelled();
    }

    @Override
    public Sample read(int position) throws DatasetException {
        return whole.read(skip + position);
    }

    @Override
    public String fingerprint() {
        return whole.fingerprint() + "+" + skip + ":" + size();
    }
}
