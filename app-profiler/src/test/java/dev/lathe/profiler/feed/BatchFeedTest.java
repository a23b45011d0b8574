package dev.lathe.profiler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lathe.model.data.Dataset;
import dev.lathe.model.data.DatasetException;
import dev.lathe.model.data.Sample;
import dev.lathe.model.graph.DataType;
import dev.lathe.profiler.testing.FakeDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchFeedTest {
    private static final SampleFilling FLOATS =
            new SampleFilling(DataType.FLOAT, Optional.empty(), Arrangement.AS_IS);

    @Test
    void keepsTheOrderOfTheSamples() throws Exception {
        var inputs = new float[100][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new float[] {i};
        }
        var seen = new ArrayList<Float>();

        try (var feed = new BatchFeed(FakeDataset.unlabelled(inputs), input(-1, 7))) {
            for (var next = feed.next(); next.isPresent(); next = feed.next()) {
                for (float value : next.get().input().toFloats()) {
                    seen.add(value);
                }
            }
        }

        assertThat(seen).hasSize(100).isSorted();
    }

    @Test
    void repeatsTheLastSampleWhereTheBatchIsFixed() throws Exception {
        var data = FakeDataset.unlabelled(new float[] {1}, new float[] {2}, new float[] {3});

        try (var feed = new BatchFeed(data, input(2, 2))) {
            feed.next();
            var last = feed.next().orElseThrow();

            assertThat(last.samples()).hasSize(1);
            assertThat(last.slots()).isEqualTo(2);
            assertThat(last.input().toFloats()).containsExactly(3, 3);
            assertThat(feed.next()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void passesOnWhatReadingFailedWith() {
        try (var feed = new BatchFeed(broken(), input(-1, 2))) {
            assertThatThrownBy(feed::next)
                    .isInstanceOf(DatasetException.class)
                    .hasMessage("Cannot read image 0");
        }
    }

    @Test
    void namesASampleOfAnotherShape() {
        var data = FakeDataset.unlabelled(new float[] {1}, new float[] {2, 3});

        try (var feed = new BatchFeed(data, input(-1, 2))) {
            assertThatThrownBy(feed::next)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageStartingWith("The sample sample 1 is 2, but the one before it 1");
        }
    }

    private static ModelInput input(long slots, int batch) {
        return new ModelInput("x", List.of(slots, 1L), true, batch, FLOATS);
    }

    private static Dataset broken() {
        return new Dataset() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public List<String> labels() {
                return List.of();
            }

            @Override
            public boolean isLabelled() {
                return false;
            }

            @Override
            public Sample read(int position) throws DatasetException {
                throw new DatasetException("Cannot read image " + position);
            }

            @Override
            public String fingerprint() {
                return "";
            }
        };
    }
}
