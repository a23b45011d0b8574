package dev.lathe.resources.operator;

/// Whether an input, output or attribute has to be given.
public enum Presence {
    REQUIRED,
    OPTIONAL,
    /// It stands for all that follow: any number of inputs or outputs.
    REPEATED
}
