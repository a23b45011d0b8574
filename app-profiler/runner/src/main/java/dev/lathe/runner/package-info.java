/// The runner: a process of its own in which models are executed, so that a model that brings the
/// process down brings nothing else down.
///
/// **Protocol.** The host writes requests to the runner's standard input and reads replies from its
/// standard output, one request at a time: the next one only after the last reply. When standard
/// input ends, the runner deletes its working folder and ends. Standard error is free text.
///
/// A frame in either direction is
///
/// | bytes | what |
/// |---|---|
/// | 4 | the letters `LTH1` |
/// | 4 | length of the header, big-endian |
/// | 8 | length of the payload, big-endian |
/// | … | the header: one JSON object, UTF-8 |
/// | … | the payload |
///
/// Tensors travel as a list `tensors` of `{name, type, sizes, bytes}` in the header, where `type`
/// is the code of ONNX (`TensorProto.DataType`), and as their elements in the payload:
/// little-endian, row-major, each tensor starting at a multiple of 64 bytes. Strings are UTF-8,
/// each after its length as a little-endian 32-bit integer.
///
/// | request | fields | reply |
/// |---|---|---|
/// | `describe` | `runtime` | `runtime` and `version` as people write them, `java`, `pid` |
/// | `open` | `runtime`, `session`, `path`, `settings`, names of `inputs` and `outputs` in the order of the file, or none | `loadNanos`, `details` such as the delegate, `inputs`, `outputs` |
/// | `save` | `runtime`, `path`, `target`, `form`, `optimization` | |
/// | `run` | `session`, `tensors` | `tensors` |
/// | `measure` | `session`, `plan`, `tensors` | `firstNanos`, `warmUpRuns`, `steadyNanos` in all, and the durations of the runs in the payload |
/// | `stop-profiling` | `session` | the runtime's profile in the payload |
/// | `memory` | | `residentBytes`, `peakResidentBytes`, where the system says |
/// | `close` | `session` | |
///
/// A runtime is `ORT` (ONNX Runtime, for ONNX files and its own form) or `TFLITE` (TensorFlow
/// Lite), and is loaded when a request first names it. A profile is a list of events in the form of
/// ONNX Runtime, whatever the runtime.
///
/// Every reply has a field `reply`: `done`, or `failed` with a `message`, or `progress` with `done`
/// and `total`, which other replies follow, or `alive`, which comes every second while a request is
/// worked on. If a failure has `wordsUntil` too, its reason stands on standard error, before a line
/// with that text, in lines that begin with `ERROR: `.
@NullMarked
package dev.lathe.runner;

import org.jspecify.annotations.NullMarked;
