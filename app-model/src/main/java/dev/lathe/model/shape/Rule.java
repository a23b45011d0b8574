package dev.lathe.model.shape;

/// What an operator's specification says about the types, and for small tensors the elements, of
/// its outputs.
@FunctionalInterface
interface Rule {

    /// Tells a call what its outputs are, the certain things first: what was told before a rule
    /// gives up stays.
    ///
    /// @throws NotInferableException if no more can be told
    void apply(Call call) throws NotInferableException;
}
