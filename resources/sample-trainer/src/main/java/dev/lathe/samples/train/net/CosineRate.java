package dev.lathe.samples.train.net;

import ai.djl.training.tracker.Tracker;

/// A learning rate that rises in a straight line, then falls along half a cosine to zero
/// (Loshchilov and Hutter, "SGDR", 2017, without restarts).
///
/// @param peak the highest rate
/// @param rising steps until the peak
/// @param steps steps in all
public record CosineRate(float peak, int rising, int steps) implements Tracker {

    @Override
    public float getNewValue(int step) {
        if (step < rising) {
            return peak * step / rising;
        }
        double done = Math.min(1, (step - rising) / (double) (steps - rising));
        return (float) (peak * (1 + Math.cos(Math.PI * done)) / 2);
    }
}
