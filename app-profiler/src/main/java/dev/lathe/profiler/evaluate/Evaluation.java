package dev.lathe.profiler.evaluate;

/// Accuracy on a labelled data set, as shares from 0 to 1.
public record Evaluation(int samples, double top1, double top5) {}
