package dev.lathe.ui.session;

import dev.lathe.ui.text.Texts;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What did not work since the window was opened, the latest last. Long runs forget the oldest.
public final class Problems {
    private static final Logger LOG = System.getLogger(Problems.class.getName());
    private static final int CAPACITY = 200;

    private final ObservableList<Problem> list = FXCollections.observableArrayList();
    private final ObservableList<Problem> view = FXCollections.unmodifiableObservableList(list);
    private final Texts texts;
    private final Clock clock;

    public Problems(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /// All problems, the latest last.
    public ObservableList<Problem> list() {
        return view;
    }

    /// Tells people why something failed, and returns the sentence. What no code foresees goes to
    /// the log in full.
    public String report(Exception failure) {
        var sentence = sentence(failure);
        report(sentence);
        return sentence;
    }

    /// Tells people a sentence.
    public void report(String sentence) {
        if (list.size() == CAPACITY) {
            list.removeFirst();
        }
        list.add(new Problem(sentence, clock.instant()));
    }

    /// Forgets all problems.
    public void clear() {
        list.clear();
    }

    private String sentence(Exception failure) {
        var message = failure.getMessage();
        if (message == null || failure instanceof RuntimeException) {
            return unexpected(failure);
        }
        return switch (failure) {
            case NoSuchFileException _ -> texts.now("problem.no-such-file", message);
            case AccessDeniedException _ -> texts.now("problem.access-denied", message);
            case FileSystemException _ -> texts.now("problem.file", message);
            default -> message;
        };
    }

    private String unexpected(Exception failure) {
        LOG.log(Level.ERROR, "unexpected failure", failure);
        return texts.now("problem.unexpected", failure.toString());
    }
}
