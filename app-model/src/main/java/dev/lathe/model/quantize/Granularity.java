package dev.lathe.model.quantize;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How many scales a weight has.
public enum Granularity {
    /// One for each output channel.
    @JsonProperty("channel")
    CHANNEL,
    /// One for the whole tensor.
    @JsonProperty("tensor")
    TENSOR
}
