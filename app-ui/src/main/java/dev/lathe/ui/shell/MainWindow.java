package dev.lathe.ui.shell;

import dev.lathe.ui.session.OpenModel;
import dev.lathe.ui.session.Workbench;
import dev.lathe.ui.settings.Preferences;
import dev.lathe.ui.text.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window that holds the shell.
public final class MainWindow {
    private static final double MIN_WIDTH = 720;
    private static final double MIN_HEIGHT = 480;

    private MainWindow() {}

    /// Puts the shell into a window and shows it.
    public static void show(
            Stage stage,
            Shell shell,
            Workbench workbench,
            Preferences preferences,
            WindowTheme theme,
            Texts texts) {
        var layout = preferences.layoutProperty().get();
        var scene = new Scene(shell, layout.width(), layout.height());
        theme.style(scene);
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.titleProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> title(workbench.openProperty().get(), texts),
                                workbench.openProperty(),
                                texts.messagesProperty()));
        stage.setOnHiding(_ -> shell.rememberLayout(scene.getWidth(), scene.getHeight()));
        stage.show();
    }

    private static String title(Optional<OpenModel> open, Texts texts) {
        return open.map(model -> texts.now("shell.title", model.name()))
                .orElseGet(() -> texts.now("app.name"));
    }
}
