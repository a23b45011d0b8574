package dev.lathe.ui.settings;

/// How the window is divided.
///
/// @param width of the window in pixels
/// @param height of the window in pixels
/// @param left width of the left side as a share of the window
/// @param right width of the right side as a share of the window
/// @param versions height of the versions list as a share of the left side
public record WindowLayout(
        double width, double height, double left, double right, double versions) {

    /// The division that a window starts with: the graph has 60 % of its width.
    public static final WindowLayout DEFAULT = new WindowLayout(1280, 800, 0.19, 0.21, 0.4);

    public WindowLayout {
        width = Math.clamp(width, 640, 20_000);
        height = Math.clamp(height, 400, 20_000);
        left = Math.clamp(left, 0.08, 0.45);
        right = Math.clamp(right, 0.08, 0.45);
        versions = Math.clamp(versions, 0.1, 0.9);
    }
}
