package dev.lathe.runner;

import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/// TensorFlow Lite, with the delegate that it uses by itself: XNNPACK, for what that can run.
///
/// It writes the reasons of failures to standard error, and nowhere else.
final class TfliteRuntime implements ModelRuntime {
    private TfliteRuntime() {}

    /// Loads the native library.
    ///
    /// @param folder where it is unpacked to, if the host has not done that
    static TfliteRuntime load(Path folder) throws RuntimeFailure {
        setProperty("cachedir", folder.resolve("natives").toString());
        setProperty("pathsFirst", "true");
        setProperty("nopointergc", "true"); // everything is closed by hand
        setProperty("maxBytes", "0"); // no limits of its own
        setProperty("maxPhysicalBytes", "0");
        try {
            Loader.load(tensorflowlite.class);
        } catch (UnsatisfiedLinkError e) {
            throw new RuntimeFailure(
                    "TensorFlow Lite cannot be loaded on this platform: " + e.getMessage());
        }
        return new TfliteRuntime();
    }

    private static void setProperty(String name, String value) {
        System.setProperty("org.bytedeco.javacpp." + name, value);
    }

    @Override
    public String name() {
        return "TensorFlow Lite";
    }

    @Override
    public String version() {
        return tensorflowlite.TfLiteVersion().getString();
    }

    @Override
    public RuntimeSession open(Opening opening) throws RuntimeFailure {
        FlatBufferModel model = FlatBufferModel.VerifyAndBuildFromFile(opening.path().toString());
        if (Pointer.isNull(model)) {
            throw RuntimeFailure.explainedOnStandardError("the file is no valid TFLite model");
        }
        try {
            return open(model, opening);
        } catch (RuntimeFailure | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private static RuntimeSession open(FlatBufferModel model, Opening opening)
            throws RuntimeFailure {
        SessionSettings settings = opening.settings();
        TfliteProfiler profiler = new TfliteProfiler();
        TfliteCallbacks callbacks = new TfliteCallbacks(profiler);
        Interpreter interpreter = new Interpreter((Pointer) null);
        try (BuiltinOpResolver operators = operators(settings.optimization());
                InterpreterBuilder builder = new InterpreterBuilder(model, operators)) {
            check(builder.SetNumThreads(threads(settings)), "the number of threads is not taken");
            if (settings.profiling() == SessionSettings.Profiling.ON) {
                builder.SetTelemetryProfiler(callbacks.profiler());
            }
            check(builder.apply(interpreter), "the interpreter cannot be made");
        }
        return new TfliteRuntimeSession(model, interpreter, profiler, callbacks, opening);
    }

    private static int threads(SessionSettings settings) {
        return settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
    }

    private static BuiltinOpResolver operators(Optimization optimization) {
        return optimization == Optimization.ALL
                ? new BuiltinOpResolver()
                : new BuiltinOpResolverWithoutDefaultDelegates();
    }

    static void check(int status, String otherwise) throws RuntimeFailure {
        if (status != tensorflowlite.kTfLiteOk) {
            throw RuntimeFailure.explainedOnStandardError(otherwise);
        }
    }

    @Override
    public void save(Saving saving) throws RuntimeFailure {
        throw new RuntimeFailure("TensorFlow Lite does not write models");
    }
}
