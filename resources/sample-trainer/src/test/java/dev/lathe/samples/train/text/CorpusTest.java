package dev.lathe.samples.train.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

    @Test
    void leavesOutWhatComesBeforeTheTitleAndWhatIsNotAscii(@TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "Produced by us. BAC\næBCABACB");

        Corpus corpus = Corpus.read(file, "BAC");

        assertThat(corpus.vocabulary()).containsExactly("\n", "A", "B", "C");
        assertThat(corpus.training().sideBySide(new int[] {0}, 5)).containsExactly(2, 1, 3, 0, 2);
    }

    @Test
    void holdsOutTheLastTenth(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "ab".repeat(50));

        Corpus corpus = Corpus.read(file, "a");

        assertThat(corpus.training().count()).isEqualTo(90);
        assertThat(corpus.heldOut().count()).isEqualTo(10);
    }

    @Test
    void saysWhatIsMissing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "something else");

        assertThatThrownBy(() -> Corpus.read(file, "OPTICKS:"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not contain OPTICKS:");
    }

    @Test
    void laysStretchesSideBySide(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "abcabcabcabc");

        Tokens text = Corpus.read(file, "a").training();

        assertThat(text.sideBySide(new int[] {0, 1}, 3)).containsExactly(0, 1, 1, 2, 2, 0);
    }
}
