package dev.lathe.profiler.device;

import java.util.List;
import java.util.OptionalLong;

/// A machine that models can be measured on.
public sealed interface Device permits LocalDevice {

    /// What names the device on the command line and in plans.
    String id();

    /// What people call it.
    String name();

    /// The model of its CPU.
    String cpu();

    /// The number of its cores as the system counts them.
    int cores();

    /// Its memory in bytes, if it is known.
    OptionalLong memoryBytes();

    /// Its operating system with version and architecture.
    String operatingSystem();

    /// The instruction set extensions that matter for models, as Linux names them.
    List<String> isaFlags();
}
