package dev.lathe.app.cli;

import dev.lathe.model.work.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
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

    /// Prints a line of the result, with what would command a terminal made visible.
    public void print(String line) {
        out.println(Visible.of(line));
        out.flush();
    }

    /// Prints lines of the result, as the method for one does.
    public void print(List<String> lines) {
        lines.forEach(line -> out.println(Visible.of(line)));
        out.flush();
    }

    /// Prints an object as one line of JSON.
    public void printJson(Object value) {
        out.println(MAPPER.writeValueAsString(value));
        out.flush();
    }

    /// Prints a line that is not part of the result, with what would command a terminal made
    /// visible.
    public void note(String line) {
        err.println(Visible.of(line));
        err.flush();
    }

    /// Prints where a failure comes from.
    void noteTrace(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().map(line -> line.replace("\t", "    ")).forEach(this::note);
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
