package dev.lathe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {
    @TempDir Path folder;

    @Test
    void readsClassesInTheOrderOfTheirNames() throws Exception {
        put("dog/b.png", "cat/2.png", "cat/10.jpg", "cat/note.txt", ".hidden/x.png");

        var data = Datasets.open(folder, Preprocess.NONE);

        assertThat(data.labels()).containsExactly("cat", "dog");
        assertThat(ids(data)).containsExactly("cat/10.jpg", "cat/2.png", "dog/b.png");
        assertThat(data.read(2).label()).isEqualTo(OptionalInt.of(1));
        assertThat(data.read(0).input().sizes()).containsExactly(3L, 24L, 32L);
    }

    @Test
    void takesTheOrderOfClassesFromThePreprocessing() throws Exception {
        put("dog/b.png", "cat/2.png");

        var data = Datasets.open(folder, Preprocess.NONE.withLabels(List.of("dog", "cat", "ant")));

        assertThat(data.read(0).label()).isEqualTo(OptionalInt.of(1));
        assertThat(data.labels()).containsExactly("dog", "cat", "ant");
    }

    @Test
    void readsUnlabelledImages() throws Exception {
        put("b.png", "a.png");

        var data = Datasets.open(folder, Preprocess.NONE);

        assertThat(data.isLabelled()).isFalse();
        assertThat(data.labels()).isEmpty();
        assertThat(ids(data)).containsExactly("a.png", "b.png");
    }

    @Test
    void changesItsFingerprintWithTheFiles() throws Exception {
        put("a.png", "b.png");
        String before = Datasets.open(folder, Preprocess.NONE).fingerprint();
        String again = Datasets.open(folder, Preprocess.NONE).fingerprint();
        put("c.png");

        assertThat(again).isEqualTo(before).matches("[0-9a-f]{64}");
        assertThat(Datasets.open(folder, Preprocess.NONE).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void namesTheImageThatIsDamaged() throws Exception {
        put("a.png");
        Files.writeString(folder.resolve("b.png"), "broken");
        var data = Datasets.open(folder, Preprocess.NONE);

        assertThatThrownBy(() -> data.read(1))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("b.png");
    }

    @Test
    void refusesFoldersThatAreNoDataInASentence() throws Exception {
        assertRefused(folder, "it holds no JPEG, PNG, BMP or GIF images");
        put("test/cat/a.png");
        assertRefused(folder, "give one of its subfolders, such as 'test'");
        put("cat/a.png");
        assertRefused(folder, "its subfolder 'test' holds no images");
        put("a.png");
        assertRefused(folder, "it holds images both directly and in subfolders such as 'cat'");
        assertRefused(folder.resolve("none"), "there is no such file or folder");
    }

    @Test
    void refusesAClassThatHasNoLabel() throws Exception {
        put("fox/a.png");

        assertThatThrownBy(() -> Datasets.open(folder, Preprocess.NONE.withLabels(List.of("cat"))))
                .hasMessageContaining("its subfolder 'fox' is not among the labels");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "'', .gz", ".gz, ''", ".gz, .gz"})
    void readsAnIdxPair(String imageSuffix, String labelSuffix) throws Exception {
        var images = writeIdx("t-images-idx3-ubyte" + imageSuffix, 0x803, 2, 1, 2, "abcd");
        writeIdx("t-labels-idx1-ubyte" + labelSuffix, 0x801, 2, -1, -1, "\1\0");

        var data = Datasets.open(images, Preprocess.NONE);

        assertThat(data.size()).isEqualTo(2);
        assertThat(data.labels()).containsExactly("0", "1");
        assertThat(data.read(0).label()).isEqualTo(OptionalInt.of(1));
        assertThat(data.read(1).input().sizes()).containsExactly(1L, 1L, 2L);
        assertThat(data.read(1).input().toFloats()).containsExactly('c', 'd');
        assertThat(Datasets.open(folder, Preprocess.NONE).fingerprint())
                .isEqualTo(data.fingerprint());
    }

    @Test
    void readsIdxImagesWithoutLabels() throws Exception {
        var images = writeIdx("t-images-idx3-ubyte", 0x803, 1, 1, 2, "ab");

        assertThat(Datasets.open(images, Preprocess.NONE).isLabelled()).isFalse();
    }

    @Test
    void refusesBrokenIdxFilesInASentence() throws Exception {
        assertRefused(writeIdx("a-images-idx3-ubyte", 0x803, 2, 1, 2, "abc"), "ends too early");
        assertRefused(
                writeIdx("b-images-idx3-ubyte.gz", 0x803, 60_000, 1000, 1000, "abc"),
                "its header asks for more than the ");
        assertRefused(
                writeIdx("c-images-idx3-ubyte.gz", 0x803, 10, 1000, 1000, "abc"), "ends too early");
        assertRefused(
                writeIdx("d-images-idx3-ubyte", 0x803, -1, -1, -1, "abc"),
                "its header asks for more than the ");
        assertRefused(
                writeIdx("e-images-idx3-ubyte", 0x801, 2, 1, 2, "abcd"),
                "it does not start as an IDX file of images does");
        var text = folder.resolve("f-images-idx3-ubyte.gz");
        Files.writeString(text, "this is no gzip");
        assertRefused(text, "its gzip compression is damaged");
    }

    @Test
    void refusesLabelsThatDoNotFit() throws Exception {
        var images = writeIdx("t-images-idx3-ubyte", 0x803, 2, 1, 2, "abcd");
        writeIdx("t-labels-idx1-ubyte", 0x801, 3, -1, -1, "\0\1\2");
        assertRefused(images, "it has 2 samples but 3 labels");

        writeIdx("t-labels-idx1-ubyte", 0x801, 2, -1, -1, "\0\7");
        assertThatThrownBy(
                        () -> Datasets.open(images, Preprocess.NONE.withLabels(List.of("a", "b"))))
                .hasMessageContaining("sample 1 has the label 7, which is not in 0 … 1");
    }

    @Test
    void readsLabelledNumpyArchives() throws Exception {
        var data = Datasets.open(Fixtures.file("colors.npz"), Preprocess.NONE);

        assertThat(data.size()).isEqualTo(4);
        assertThat(data.labels()).containsExactly("0", "1", "2");
        assertThat(data.read(3).label()).isEqualTo(OptionalInt.of(2));
        assertThat(data.read(0).input().sizes()).containsExactly(3L, 5L, 6L);
    }

    @Test
    void readsNumpyArraysOfFloats() throws Exception {
        var data = Datasets.open(Fixtures.file("planes.npy"), Preprocess.NONE);

        assertThat(data.isLabelled()).isFalse();
        assertThat(data.read(1).input().sizes()).containsExactly(3L, 4L, 5L);
        assertThat(data.read(1).input().toFloats()[0]).isBetween(0f, 1f);
    }

    @Test
    void refusesNumpyFilesThatCannotBeUsed() throws Exception {
        assertRefused(Fixtures.file("objects.npz"), "it holds pickled Python objects");
        assertRefused(Fixtures.file("short-labels.npz"), "it has 4 samples but 3 labels");
        assertRefused(Fixtures.file("fortran.npy"), "it is in Fortran order");
        var cut = folder.resolve("cut.npy");
        var whole = Files.readAllBytes(Fixtures.file("planes.npy"));
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertRefused(cut, "it ends too early");
        var text = folder.resolve("text.npz");
        Files.writeString(text, "hello");
        assertRefused(text, "Cannot use the NumPy file");
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            var source = Fixtures.file(name.endsWith(".jpg") ? "smooth.jpg" : "noise.png");
            Files.copy(source, file);
        }
    }

    private Path writeIdx(String name, int magic, int count, int height, int width, String body)
            throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out =
                new DataOutputStream(name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes)) {
            out.writeInt(magic);
            out.writeInt(count);
            if (magic == 0x803) {
                out.writeInt(height);
                out.writeInt(width);
            }
            out.writeBytes(body);
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static List<String> ids(Dataset data) throws DatasetException {
        var ids = new ArrayList<String>();
        for (int i = 0; i < data.size(); i++) {
            ids.add(data.read(i).id());
        }
        return ids;
    }

    private static void assertRefused(Path path, String reason) {
        assertThatThrownBy(() -> Datasets.open(path, Preprocess.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("Cannot ")
                .hasMessageContaining(reason);
    }
}
