package dev.lathe.ui.picture;

import java.util.Locale;

/// What of the graph goes into a picture.
enum PicturePart {
    WHOLE,
    SELECTION,
    VIEW;

    String messageKey() {
        return "picture.part." + name().toLowerCase(Locale.ROOT);
    }
}
