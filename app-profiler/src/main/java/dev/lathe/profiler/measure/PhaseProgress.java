package dev.lathe.profiler.measure;

import dev.lathe.model.work.Progress;

/// The progress of one phase as a part of a whole of 100.
record PhaseProgress(Progress whole, int from, int to) implements Progress {
    @Override
    public void update(long done, long total) {
        if (total > 0) {
            whole.update(from + (to - from) * Math.min(done, total) / total, 100);
        }
    }

    @Override
    public void checkCancelled() throws InterruptedException {
        whole.checkCancelled();
    }
}
