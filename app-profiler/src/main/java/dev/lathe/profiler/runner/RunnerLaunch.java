package dev.lathe.profiler.runner;

import dev.lathe.runner.RunnerMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a runner process is started.
///
/// @param java the `java` executable
/// @param classPath jars or folders with the runner, the runtimes and jackson-core
/// @param flags of the virtual machine
/// @param environment variables that are set for the process
/// @param natives the folder that keeps unpacked native libraries from one process to the next; if
///   empty, each process unpacks them anew
public record RunnerLaunch(
        Path java,
        List<Path> classPath,
        List<String> flags,
        Map<String, String> environment,
        Optional<Path> natives,
        RunnerLimits limits) {

    /// Serial collection, the simple compiler and a small young generation keep the virtual machine
    /// out of the way of what is measured.
    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xms32m",
                    "-Xmn8m",
                    "-Xmx2g",
                    "-XX:MaxDirectMemorySize=4g",
                    "-XX:-UsePerfData",
                    "-XX:+DisableAttachMechanism",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-CreateCoredumpOnCrash",
                    "-Djava.awt.headless=true");

    public RunnerLaunch {
        classPath = List.copyOf(classPath);
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
    }

    /// With the virtual machine and the class path of this process.
    public static RunnerLaunch ofThisProcess() {
        return new RunnerLaunch(
                executable(Path.of(System.getProperty("java.home"))),
                ClassPath.ofRunner(),
                flags(Runtime.version().feature()),
                Map.of("ORT_DISABLE_TELEMETRY", "1"),
                Optional.of(CacheFolder.current().resolve("natives")),
                RunnerLimits.DEFAULT);
    }

    /// The same with other limits.
    public RunnerLaunch withLimits(RunnerLimits others) {
        return new RunnerLaunch(java, classPath, flags, environment, natives, others);
    }

    /// The command line of a process that works in a folder.
    ///
    /// @param nativeLibraries folders of unpacked libraries by the property that tells of them
    List<String> command(Path folder, Map<String, Path> nativeLibraries) {
        var command = new ArrayList<String>();
        command.add(java.toString());
        command.addAll(flags);
        command.add("-Djava.io.tmpdir=" + folder);
        command.add("-XX:ErrorFile=" + folder.resolve("crash.log"));
        nativeLibraries.forEach((property, path) -> command.add("-D" + property + "=" + path));
        command.add("-cp");
        command.add(ClassPath.join(classPath));
        command.add(RunnerMain.class.getName());
        command.add(folder.toString());
        return command;
    }

    /// The variables of a process, from those that this process has.
    Map<String, String> variables(Map<String, String> inherited) {
        var variables = new LinkedHashMap<>(inherited);
        variables.remove("JAVA_TOOL_OPTIONS");
        variables.remove("_JAVA_OPTIONS");
        variables.remove("JDK_JAVA_OPTIONS");
        variables.putAll(environment);
        return variables;
    }

    private static List<String> flags(int javaVersion) {
        var flags = new ArrayList<>(FLAGS);
        if (javaVersion >= 22) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        return flags;
    }

    private static Path executable(Path home) {
        var windows = home.resolve("bin").resolve("java.exe");
        return windows.toFile().exists() ? windows : home.resolve("bin").resolve("java");
    }
}
