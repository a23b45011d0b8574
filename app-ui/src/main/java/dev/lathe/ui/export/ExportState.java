package dev.lathe.ui.export;

/// How far the making of a package has come.
enum ExportState {
    IDLE,
    RUNNING,
    DONE,
    FAILED;

    boolean isRunning() {
        return this == RUNNING;
    }
}
