package dev.lathe.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.lathe.resources.Stylesheets;
import dev.lathe.ui.settings.Appearance;
import dev.lathe.ui.theme.KindPalette;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// The colours of the window: those that people chose, or those of the system.
public final class WindowTheme {
    private final ReadOnlyObjectWrapper<KindPalette> palette =
            new ReadOnlyObjectWrapper<>(this, "palette", KindPalette.LIGHT);
    private final ObservableValue<Appearance> appearance;
    private final ObservableValue<ColorScheme> system;

    public WindowTheme(
            ObservableValue<Appearance> appearance, ObservableValue<ColorScheme> system) {
        this.appearance = appearance;
        this.system = system;
        appearance.subscribe(_ -> update());
        system.subscribe(_ -> update());
    }

    /// The colours for what is painted rather than styled.
    public ReadOnlyObjectProperty<KindPalette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    /// Styles a scene, and again whenever the colours change.
    public void style(Scene scene) {
        palette.subscribe(now -> style(scene, now));
    }

    private void update() {
        palette.set(
                switch (appearance.getValue()) {
                    case LIGHT -> KindPalette.LIGHT;
                    case DARK -> KindPalette.DARK;
                    case SYSTEM ->
                            system.getValue() == ColorScheme.DARK
                                    ? KindPalette.DARK
                                    : KindPalette.LIGHT;
                });
    }

    private static void style(Scene scene, KindPalette palette) {
        switch (palette) {
            case LIGHT -> {
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                scene.getStylesheets().setAll(Stylesheets.light());
            }
            case DARK -> {
                Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
                scene.getStylesheets().setAll(Stylesheets.dark());
            }
        }
    }
}
