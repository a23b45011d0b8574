package dev.lathe.profiler.evaluate;

/// How far the outputs of one model are from those of a reference on the same samples.
///
/// @param sqnrDb signal-to-quantization-noise ratio, `10 log10(Σ ref² / Σ (ref − out)²)`; infinite
///   if the outputs are the same
/// @param cosine the mean cosine similarity of the outputs of a sample
/// @param top1Agreement the share of samples with the same largest output
public record OutputComparison(
        int samples, double sqnrDb, double cosine, double top1Agreement, double maxAbsDiff) {}
