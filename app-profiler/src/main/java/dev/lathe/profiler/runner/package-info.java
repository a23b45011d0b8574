/// The host's side of the runner: starts the child process, speaks its protocol, and replaces it
/// when it dies.
@NullMarked
package dev.lathe.profiler.runner;

import org.jspecify.annotations.NullMarked;
