package dev.lathe.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(out), new PrintWriter(err), Console.Kind.STREAM);

    @Test
    void showsWhatWouldCommandATerminal() {
        console.print("a\u001b[2Jb\0c\u0007d\re\nf\u009bg\u202eh\u2028i");

        assertThat(out.toString().strip())
                .isEqualTo("a\\u001b[2Jb\\u0000c\\u0007d\\u000de\\u000af\\u009bg\\u202eh\\u2028i");
    }

    @Test
    void showsItInNotesAndTracesToo() {
        console.note("bad \u001b]0;title\u0007");
        console.noteTrace(new IllegalStateException("worse \u001b"));

        assertThat(err.toString())
                .doesNotContain("\u001b")
                .contains("bad \\u001b", "worse \\u001b");
    }

    @Test
    void leavesLettersOfAllLanguagesAsTheyAre() {
        console.print("层 שכבה می\u200cخواهم 👩\u200d🔬 Größe");

        assertThat(out.toString().strip()).isEqualTo("层 שכבה می\u200cخواهم 👩\u200d🔬 Größe");
    }

    @Test
    void leavesJsonToItsOwnEscapes() {
        console.printJson(Map.of("name", "a\u001bb\nc"));

        assertThat(out.toString().strip()).isEqualTo("{\"name\":\"a\\u001Bb\\nc\"}");
    }

    @Test
    void keepsColumnsAlignedThatHoldSuchCharacters() {
        var table =
                new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT)
                        .row("\u001b", "x")
                        .row("name", "y");

        assertThat(table.lines()).containsExactly("\\u001b  x", "name    y");
    }
}
