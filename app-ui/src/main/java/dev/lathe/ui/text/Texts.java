package dev.lathe.ui.text;

import dev.lathe.resources.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The words of the window in a language that can be switched while it is open.
public final class Texts {
    private final ReadOnlyObjectWrapper<Messages> messages;

    public Texts(Locale locale) {
        this.messages = new ReadOnlyObjectWrapper<>(this, "messages", Messages.in(locale));
    }

    /// The words in the current language.
    public ReadOnlyObjectProperty<Messages> messagesProperty() {
        return messages.getReadOnlyProperty();
    }

    /// The current language.
    public Locale locale() {
        return messages.get().locale();
    }

    /// Switches to the language that serves readers of a locale best.
    public void switchTo(Locale locale) {
        if (!Messages.closest(locale).equals(locale())) {
            messages.set(Messages.in(locale));
        }
    }

    /// The message with a key as it reads now.
    public String now(String key, Object... arguments) {
        return messages.get().text(key, valuesOf(arguments));
    }

    /// The message with a key; it follows the language, and those of its arguments that are
    /// observable.
    public StringBinding text(String key, Object... arguments) {
        var observed =
                Stream.concat(
                                Stream.of(messages),
                                Arrays.stream(arguments)
                                        .filter(Observable.class::isInstance)
                                        .map(Observable.class::cast))
                        .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> now(key, arguments), observed);
    }

    private static Object[] valuesOf(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof ObservableValue<?> o ? o.getValue() : argument)
                .toArray();
    }
}
