package dev.lathe.samples.train.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// A text as numbers of characters, cut into a part to train on and a last part held out.
///
/// @param vocabulary the characters, by their numbers
/// @param training the first 90 %
/// @param heldOut the last 10 %
public record Corpus(List<String> vocabulary, Tokens training, Tokens heldOut) {
    private static final int HELD_OUT_SHARE = 10;

    public Corpus {
        vocabulary = List.copyOf(vocabulary);
    }

    /// Reads a UTF-8 text from its title on. Only line feeds and the printable characters of ASCII
    /// are kept.
    ///
    /// @param title the text before the first occurrence of this is left out
    /// @throws IOException if the file cannot be read, or has no such title
    public static Corpus read(Path file, String title) throws IOException {
        String whole = Files.readString(file);
        int start = whole.indexOf(title);
        if (start < 0) {
            throw new IOException("Cannot use " + file + ": it does not contain " + title);
        }
        int[] kept = whole.substring(start).chars().filter(Corpus::isKept).toArray();
        int[] characters = Arrays.stream(kept).sorted().distinct().toArray();
        var tokens = new int[kept.length];
        for (int index = 0; index < kept.length; index++) {
            tokens[index] = Arrays.binarySearch(characters, kept[index]);
        }
        int border = kept.length - kept.length / HELD_OUT_SHARE;
        return new Corpus(
                Arrays.stream(characters).mapToObj(Character::toString).toList(),
                Tokens.of(tokens, 0, border),
                Tokens.of(tokens, border, kept.length));
    }

    private static boolean isKept(int character) {
        return character == '\n' || (character >= ' ' && character <= '~');
    }
}
