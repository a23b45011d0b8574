package dev.lathe.ui.job;

import javafx.beans.property.ReadOnlyDoubleProperty;

/// A job that has not ended yet.
///
/// @param progressProperty the share that is done, 0 to 1; negative while it is not known
public record RunningJob(
        String title, ReadOnlyDoubleProperty progressProperty, Runnable interruption)
        implements Jobs.Handle {

    @Override
    public void cancel() {
        interruption.run();
    }
}
