package dev.lathe.ui.settings;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The model files that were opened last, the latest first.
public final class RecentFiles {
    private static final int CAPACITY = 12;
    private final ObservableList<Path> list = FXCollections.observableArrayList();
    private final ObservableList<Path> view = FXCollections.unmodifiableObservableList(list);

    RecentFiles(List<Path> files) {
        list.setAll(files.stream().distinct().limit(CAPACITY).toList());
    }

    /// The files, the latest first; some may not exist any more.
    public ObservableList<Path> list() {
        return view;
    }

    /// Puts a file first.
    public void add(Path file) {
        var absolute = file.toAbsolutePath().normalize();
        if (!list.isEmpty() && list.getFirst().equals(absolute)) {
            return;
        }
        list.remove(absolute);
        list.addFirst(absolute);
        if (list.size() > CAPACITY) {
            list.removeLast();
        }
    }

    /// Forgets a file.
    public void remove(Path file) {
        list.remove(file);
    }

    /// Forgets all files.
    public void clear() {
        list.clear();
    }
}
