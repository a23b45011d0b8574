package dev.lathe.profiler.runner;

import dev.lathe.model.graph.ModelGraph;
import dev.lathe.model.graph.Tensor;
import dev.lathe.model.run.ModelRunException;
import dev.lathe.model.run.ModelRunner;
import dev.lathe.runner.Optimization;
import dev.lathe.runner.SessionSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Executes models, each in a process that it has for itself meanwhile and with the runtime that
/// its format asks for.
///
/// A process whose session was closed serves the next one. A session whose process died starts
/// another at its next run. Sessions may be used by different threads, each by one at a time.
public final class ProcessModelRunner implements ModelRunner, AutoCloseable {
    private final RunnerLaunch launch;
    private final SessionSettings settings;
    private final ArrayDeque<Runner> idle = new ArrayDeque<>();
    private final Set<Runner> busy = new HashSet<>();
    private boolean closed;

    public ProcessModelRunner(RunnerLaunch launch) {
        this(launch, DefaultSettings.ofThisMachine());
    }

    public ProcessModelRunner(RunnerLaunch launch, SessionSettings settings) {
        this.launch = launch;
        this.settings = settings;
    }

    @Override
    public Session open(ModelGraph model) throws ModelRunException, InterruptedException {
        return open(model, settings);
    }

    @Override
    public ModelRunner asWritten() {
        var plain = settings.withOptimization(Optimization.NONE);
        return model -> open(model, plain);
    }

    private Session open(ModelGraph model, SessionSettings chosen)
            throws ModelRunException, InterruptedException {
        var session = new RunnerSession(model, chosen);
        session.load();
        return session;
    }

    /// Ends all processes, also those at work.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        takeAll().forEach(Runner::close);
    }

    /// The processes that are there now.
    synchronized List<Runner> processes() {
        var all = new ArrayList<>(busy);
        all.addAll(idle);
        return all;
    }

    private synchronized Set<Runner> takeAll() {
        var all = new HashSet<>(busy);
        all.addAll(idle);
        busy.clear();
        idle.clear();
        return all;
    }

    private Runner take() throws ModelRunException {
        synchronized (this) {
            for (var runner = idle.poll(); runner != null; runner = idle.poll()) {
                if (runner.isAlive()) {
                    busy.add(runner);
                    return runner;
                }
                runner.close();
            }
        }
        var runner = Runner.start(launch);
        synchronized (this) {
            busy.add(runner);
        }
        return runner;
    }

    private void giveBack(Runner runner) {
        synchronized (this) {
            busy.remove(runner);
            if (!closed && runner.isAlive() && idle.isEmpty()) {
                idle.add(runner);
                return;
            }
        }
        runner.close();
    }

    private final class RunnerSession implements Session {
        private final ModelGraph model;
        private final SessionSettings chosen;
        private @Nullable Runner runner;
        private @Nullable RunningModel running;

        RunnerSession(ModelGraph model, SessionSettings chosen) {
            this.model = model;
            this.chosen = chosen;
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs)
                throws ModelRunException, InterruptedException {
            var current = running;
            if (current == null || !current.isAlive()) {
                close();
                current = load();
            }
            return current.run(inputs);
        }

        RunningModel load() throws ModelRunException, InterruptedException {
            var taken = take();
            try {
                var loaded = taken.load(model, chosen);
                runner = taken;
                running = loaded;
                return loaded;
            } catch (ModelRunException | InterruptedException e) {
                giveBack(taken);
                throw e;
            }
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
                running = null;
            }
            if (runner != null) {
                giveBack(runner);
                runner = null;
            }
        }
    }
}
