package dev.lathe.model.data;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/// Notices that an image file ended too early, which the JPEG reader only warns of.
final class TruncationListener implements IIOReadWarningListener {
    private boolean seen;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String lower = warning.toLowerCase(Locale.ROOT);
        seen |= lower.contains("premature end") || lower.contains("truncated");
    }

    boolean seen() {
        return seen;
    }
}
