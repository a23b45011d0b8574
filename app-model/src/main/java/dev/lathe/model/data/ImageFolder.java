package dev.lathe.model.data;

import dev.lathe.model.data.Preprocess.Channels;
import dev.lathe.model.work.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Image files, decoded when they are read.
///
/// The fingerprint is over one line for each file, `name TAB label-or-minus TAB bytes`: it changes
/// when a file comes, goes, moves to another class or changes its length.
final class ImageFolder implements Dataset {
    private final List<Entry> entries;
    private final List<String> labels;
    private final Preprocessor preprocessor;
    private final String fingerprint;

    private ImageFolder(List<Entry> entries, List<String> labels, Preprocess preprocess)
            throws DatasetException {
        this.entries = List.copyOf(entries);
        this.labels = List.copyOf(labels);
        this.preprocessor = new Preprocessor(preprocess, sourceChannels(entries, preprocess));
        this.fingerprint = fingerprint(entries);
    }

    /// A data set of the given files.
    static ImageFolder of(List<Entry> entries, List<String> labels, Preprocess preprocess)
            throws DatasetException {
        return new ImageFolder(entries, labels, preprocess);
    }

    /// The entries of a folder that a predicate takes, hidden ones left out, sorted by name in the
    /// order of code points.
    static List<Path> list(Path folder, Predicate<Path> wanted) throws IOException {
        try (var children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .filter(wanted)
                    .sorted((a, b) -> CodePointOrder.INSTANCE.compare(nameOf(a), nameOf(b)))
                    .toList();
        }
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public boolean isLabelled() {
        return entries.getFirst().label().isPresent();
    }

    @Override
    public Sample read(int position) throws DatasetException {
        var entry = entries.get(position);
        var input =
                preprocessor.apply(ImageDecoder.decode(entry.file()), "the image " + entry.file());
        return new Sample(entry.id(), input, entry.label());
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    private static Channels sourceChannels(List<Entry> entries, Preprocess preprocess)
            throws DatasetException {
        if (preprocess.channels() != Channels.SOURCE) {
            return preprocess.channels();
        }
        var first = ImageDecoder.decode(entries.getFirst().file());
        return first.channels == 1 ? Channels.GRAY : Channels.RGB;
    }

    private static String fingerprint(List<Entry> entries) throws DatasetException {
        var fingerprint = new Fingerprint();
        for (Entry entry : entries) {
            try {
                String label =
                        entry.label().isPresent()
                                ? Integer.toString(entry.label().getAsInt())
                                : "-";
                fingerprint.line(entry.id() + "\t" + label + "\t" + Files.size(entry.file()));
            } catch (IOException e) {
                throw new DatasetException(
                        "Cannot read the image " + entry.file() + ": " + IoReason.of(e), e);
            }
        }
        return fingerprint.toHex();
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    /// One image.
    ///
    /// @param id its path in the data set, with `/`
    record Entry(String id, Path file, OptionalInt label) {}
}
