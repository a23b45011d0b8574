package dev.lathe.app.cli;

import dev.lathe.app.context.AppContext;
import dev.lathe.profiler.runner.RunnerLaunch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run of the command line inside the test.
record CommandLineRun(int code, String out, String err) {

    static CommandLineRun of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(new PrintWriter(out), new PrintWriter(err), Console.Kind.STREAM);
        try (var context = new AppContext(RunnerLaunch.ofThisProcess())) {
            int code =
                    new LatheCommandLine(console, context, _ -> 0)
                            .run(
                                    Arrays.stream(arguments)
                                            .map(Object::toString)
                                            .toArray(String[]::new));
            return new CommandLineRun(code, out.toString(), err.toString());
        }
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /// A file of the bundled image classifier.
    static Path sample(String file) {
        return Path.of(
                        "../resources/src/main/resources/dev/lathe/resources/samples/fashion-cnn",
                        file)
                .toAbsolutePath()
                .normalize();
    }
}
