package dev.lathe.ui.testing;

import dev.lathe.resources.Samples;
import dev.lathe.ui.job.DirectJobs;
import dev.lathe.ui.job.Jobs;
import dev.lathe.ui.session.Engine;
import dev.lathe.ui.session.Problems;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.text.Texts;
import java.nio.file.Path;
import java.time.Clock;

/// Makes workbenches that do everything at once on the calling thread.
public final class Benches {
    private Benches() {}

    /// An empty workbench.
    public static Workbench empty(Engine engine, Texts texts) {
        return with(new DirectJobs(), engine, texts);
    }

    /// A workbench with the toy model open.
    public static Workbench opened(Engine engine, Texts texts) {
        var workbench = empty(engine, texts);
        workbench.open(Path.of("toy.onnx"));
        return workbench;
    }

    /// An empty workbench whose jobs run as the given ones do.
    public static Workbench with(Jobs jobs, Engine engine, Texts texts) {
        return new Workbench(
                jobs,
                engine,
                new Samples(Path.of("unused")),
                texts,
                new Problems(texts, Clock.systemUTC()));
    }
}
