package dev.lathe.profiler.feed;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Sample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The batches of a data set in their order. The next ones are read and decoded while one is being
/// used.
public final class BatchFeed implements AutoCloseable {
    private static final int MAX_THREADS = 4;

    private final Dataset data;
    private final ModelInput input;
    private final int ahead =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MAX_THREADS);
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    ahead, Thread.ofPlatform().daemon().name("sample-reader-", 0).factory());
    private final Deque<Future<Batch>> coming = new ArrayDeque<>();
    private int scheduled;

    public BatchFeed(Dataset data, ModelInput input) {
        this.data = data;
        this.input = input;
    }

    /// The next batch; empty after the last.
    public Optional<Batch> next() throws DatasetException, InterruptedException {
        while (coming.size() <= ahead && scheduled < data.size()) {
            int first = scheduled;
            scheduled = Math.min(first + input.batch(), data.size());
            int end = scheduled;
            coming.add(readers.submit(() -> read(first, end)));
        }
        if (coming.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(await(coming.remove()));
    }

    private Batch read(int first, int end) throws DatasetException {
        var samples = new ArrayList<Sample>(end - first);
        for (int position = first; position < end; position++) {
            var sample = data.read(position);
            if (position > first
                    && !sample.input().sizes().equals(samples.getFirst().input().sizes())) {
                throw new DatasetException(
                        "The sample "
                                + sample.id()
                                + " is "
                                + sample.input().shape()
                                + ", but the one before it "
                                + samples.getFirst().input().shape()
                                + "; choose a preprocessing that makes them the same");
            }
            samples.add(sample);
        }
        var tensor = input.assemble(samples.stream().map(Sample::input).toList());
        return new Batch(first, samples, tensor, input.slots(samples.size()));
    }

    private static Batch await(Future<Batch> batch) throws DatasetException, InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case DatasetException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /// Stops reading.
    @Override
    public void close() {
        readers.shutdownNow();
    }
}
