package dev.lathe.model.data;

import dev.lathe.model.data.Preprocess.Channels;
import dev.lathe.model.data.Preprocess.Layout;
import dev.lathe.model.graph.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Samples that lie one after the other in an array.
///
/// Images are arrays of N×H×W, of N×H×W×C and of N×C×H×W with one, three or four channels (the
/// fourth is dropped); where both readings are possible, the layout of the preprocessing decides.
/// Arrays of other ranks are plain numbers that are only scaled.
///
/// The fingerprint is over type, sizes and all bytes of samples and labels.
final class ArrayDataset implements Dataset {
    private final String name;
    private final NumberArray samples;
    private final Optional<int[]> labelOf;
    private final List<String> labels;
    private final Optional<Layout> images;
    private final Preprocessor preprocessor;
    private final String fingerprint;

    private ArrayDataset(
            String name,
            NumberArray samples,
            Optional<int[]> labelOf,
            List<String> labels,
            Preprocess preprocess) {
        this.name = name;
        this.samples = samples;
        this.labelOf = labelOf;
        this.labels = List.copyOf(labels);
        this.images = imageLayout(samples.itemSizes(), preprocess.layout());
        this.preprocessor =
                new Preprocessor(preprocess, channels() == 1 ? Channels.GRAY : Channels.RGB);
        var hash = new Fingerprint();
        samples.addTo(hash);
        labelOf.ifPresent(all -> IntStream.of(all).forEach(one -> hash.line("" + one)));
        this.fingerprint = hash.toHex();
    }

    /// A data set of the given arrays.
    ///
    /// @param name what identities of samples start with
    static Dataset of(
            String name, NumberArray samples, Optional<NumberArray> labels, Preprocess preprocess)
            throws DatasetException {
        if (samples.count() > Integer.MAX_VALUE || samples.itemElements() > Integer.MAX_VALUE / 4) {
            throw refusal(name, "it has more or larger samples than can be held");
        }
        if (labels.isEmpty()) {
            return new ArrayDataset(name, samples, Optional.empty(), List.of(), preprocess);
        }
        var labelOf = ArrayLabels.read(name, labels.get(), samples.count(), preprocess.labels());
        return new ArrayDataset(
                name,
                samples,
                Optional.of(labelOf),
                ArrayLabels.names(labelOf, preprocess.labels()),
                preprocess);
    }

    @Override
    public int size() {
        return (int) samples.count();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean isLabelled() {
        return labelOf.isPresent();
    }

    @Override
    public Sample read(int position) throws DatasetException {
        String id = name + "#" + position;
        var label = labelOf.map(all -> OptionalInt.of(all[position])).orElse(OptionalInt.empty());
        return new Sample(id, input(position, id), label);
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    private Tensor input(int position, String id) throws DatasetException {
        var item = samples.item(position);
        if (images.isEmpty()) {
            return preprocessor.applyToPlain(item, samples.itemSizes(), id);
        }
        return preprocessor.apply(raster(item, images.get()), id);
    }

    private Pixels raster(float[] item, Layout layout) {
        var sizes = samples.itemSizes();
        int stored = channels();
        int height = (int) (sizes.length == 2 || layout == Layout.NHWC ? sizes[0] : sizes[1]);
        int width = item.length / stored / height;
        int kept = Math.min(stored, 3);
        var interleaved = new float[height * width * kept];
        for (int pixel = 0; pixel < height * width; pixel++) {
            for (int c = 0; c < kept; c++) {
                int from = layout == Layout.NHWC ? pixel * stored + c : c * height * width + pixel;
                interleaved[pixel * kept + c] = item[from];
            }
        }
        var depth = samples.type == NumberType.UINT8 ? Pixels.Depth.BYTES : Pixels.Depth.FLOATS;
        return new Pixels(height, width, kept, interleaved, depth);
    }

    private int channels() {
        var sizes = samples.itemSizes();
        if (sizes.length != 3 || images.isEmpty()) {
            return 1;
        }
        return (int) (images.get() == Layout.NHWC ? sizes[2] : sizes[0]);
    }

    private static Optional<Layout> imageLayout(long[] itemSizes, Layout preferred) {
        if (itemSizes.length == 2) {
            return Optional.of(Layout.NHWC);
        }
        if (itemSizes.length != 3) {
            return Optional.empty();
        }
        boolean first = isChannelCount(itemSizes[0]);
        boolean last = isChannelCount(itemSizes[2]);
        if (first && last) {
            return Optional.of(preferred);
        }
        return first
                ? Optional.of(Layout.NCHW)
                : last ? Optional.of(Layout.NHWC) : Optional.empty();
    }

    private static boolean isChannelCount(long size) {
        return size == 1 || size == 3 || size == 4;
    }

    private static DatasetException refusal(String name, String reason) {
        return new DatasetException("Cannot use the data " + name + ": " + reason);
    }
}
