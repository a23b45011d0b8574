package dev.lathe.runner;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.TelemetryProfiler;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct.ReportBeginOpInvokeEvent_TfLiteTelemetryProfilerStruct_BytePointer_long_long;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct.ReportEndOpInvokeEvent_TfLiteTelemetryProfilerStruct_int;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct.ReportOpInvokeEvent_TfLiteTelemetryProfilerStruct_BytePointer_long_long_long;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct.ReportSettings_TfLiteTelemetryProfilerStruct_BytePointer_TfLiteTelemetrySettings;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct.ReportTelemetryEvent_TfLiteTelemetryProfilerStruct_BytePointer_long;
import org.bytedeco.tensorflowlite.TfLiteTelemetryProfilerStruct.ReportTelemetryOpEvent_TfLiteTelemetryProfilerStruct_BytePointer_long_long_long;
import org.bytedeco.tensorflowlite.TfLiteTelemetrySettings;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/// The functions by which an interpreter tells of its operators. It has to be closed after the
/// interpreter.
final class TfliteCallbacks implements AutoCloseable {
    private final TfLiteTelemetryProfilerStruct functions = new TfLiteTelemetryProfilerStruct();
    private final Begin begin;
    private final End end;
    private final Done done;
    private final Telemetry telemetry = new Telemetry();
    private final OperatorTelemetry operatorTelemetry = new OperatorTelemetry();
    private final Settings settings = new Settings();

    /// Hears of operators, on the thread that runs the model.
    interface Listener {
        /// The interpreter begins with an operator.
        void begin(BytePointer operator, int subgraph, int index);

        /// The interpreter has ended the operator that it began last.
        void end();

        /// A delegate has run an operator.
        void done(BytePointer operator, int index, long micros);
    }

    TfliteCallbacks(Listener listener) {
        begin = new Begin(listener);
        end = new End(listener);
        done = new Done(listener);
        functions.data(new Pointer());
        functions.ReportBeginOpInvokeEvent(begin);
        functions.ReportEndOpInvokeEvent(end);
        functions.ReportOpInvokeEvent(done);
        functions.ReportTelemetryEvent(telemetry);
        functions.ReportTelemetryOpEvent(operatorTelemetry);
        functions.ReportSettings(settings);
    }

    /// What the interpreter is given, and then owns.
    TelemetryProfiler profiler() {
        return tensorflowlite.MakeTfLiteTelemetryProfiler(functions);
    }

    @Override
    public void close() {
        functions.close();
        begin.close();
        end.close();
        done.close();
        telemetry.close();
        operatorTelemetry.close();
        settings.close();
    }

    private static final class Begin
            extends ReportBeginOpInvokeEvent_TfLiteTelemetryProfilerStruct_BytePointer_long_long {
        private final Listener listener;

        Begin(Listener listener) {
            this.listener = listener;
        }

        @Override
        public int call(
                TfLiteTelemetryProfilerStruct self, BytePointer name, long index, long subgraph) {
            listener.begin(name, (int) subgraph, (int) index);
            return 0;
        }
    }

    private static final class End
            extends ReportEndOpInvokeEvent_TfLiteTelemetryProfilerStruct_int {
        private final Listener listener;

        End(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void call(TfLiteTelemetryProfilerStruct self, int handle) {
            listener.end();
        }
    }

    private static final class Done
            extends ReportOpInvokeEvent_TfLiteTelemetryProfilerStruct_BytePointer_long_long_long {
        private final Listener listener;

        Done(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void call(
                TfLiteTelemetryProfilerStruct self,
                BytePointer name,
                long micros,
                long index,
                long subgraph) {
            listener.done(name, (int) index, micros);
        }
    }

    /// The library calls these without looking whether they are there.
    private static final class Telemetry
            extends ReportTelemetryEvent_TfLiteTelemetryProfilerStruct_BytePointer_long {
        @Override
        public void call(TfLiteTelemetryProfilerStruct self, BytePointer name, long status) {}
    }

    private static final class OperatorTelemetry
            extends ReportTelemetryOpEvent_TfLiteTelemetryProfilerStruct_BytePointer_long_long_long {
        @Override
        public void call(
                TfLiteTelemetryProfilerStruct self,
                BytePointer name,
                long index,
                long subgraph,
                long status) {}
    }

    private static final class Settings
            extends ReportSettings_TfLiteTelemetryProfilerStruct_BytePointer_TfLiteTelemetrySettings {
        @Override
        public void call(
                TfLiteTelemetryProfilerStruct self,
                BytePointer name,
                TfLiteTelemetrySettings values) {}
    }
}
