package dev.lathe.ui.picture;

import java.util.Locale;

/// The format of a picture.
enum PictureFormat {
    PNG,
    SVG;

    /// The end of the name of its files: `.png`.
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    String messageKey() {
        return "picture.format." + name().toLowerCase(Locale.ROOT);
    }
}
