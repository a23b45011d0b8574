package dev.lathe.app.cli;

import dev.lathe.model.work.Progress;
import java.io.PrintWriter;
import tools.jackson.databind.json.JsonMapper;

/// Where a command writes: results to `out`, progress and failures to `err`.
public final class Console {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final Kind kind;

    /// What `err` is connected to.
    public enum Kind {
        /// A person watches: progress is a bar that redraws itself.
        TERMINAL,
        /// A file or another program: progress is a line for each tenth.
        STREAM
    }

    public Console(PrintWriter out, PrintWriter err, Kind kind) {
        this.out = out;
        this.err = err;
        this.kind = kind;
    }

    /// Prints a line of the result.
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /// Prints an object as one line of JSON.
    public void printJson(Object value) {
        print(MAPPER.writeValueAsString(value));
    }

    /// Prints a line that is not part of the result.
    public void note(String line) {
        err.println(line);
        err.flush();
    }

    /// Shows how far a job has come.
    public Progress progress(String title) {
        return kind == Kind.TERMINAL ? new ProgressBar(title, err) : new ProgressLines(title, err);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }
}
