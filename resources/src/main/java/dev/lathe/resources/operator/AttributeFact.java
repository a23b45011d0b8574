package dev.lathe.resources.operator;

import java.util.Optional;

/// An attribute of an operator.
///
/// @param defaultText the value that applies where a node does not have the attribute, as people
///   read it; empty if there is none or if it follows from the inputs
public record AttributeFact(String name, Presence presence, Optional<String> defaultText) {

    static AttributeFact parse(String word) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            var text = word.substring(equals + 1).replace("\"", "").replace("\\s", " ");
            return new AttributeFact(
                    word.substring(0, equals),
                    Presence.OPTIONAL,
                    Optional.of(text.replace(",", ", ")));
        }
        return word.endsWith("!")
                ? new AttributeFact(
                        word.substring(0, word.length() - 1), Presence.REQUIRED, Optional.empty())
                : new AttributeFact(word, Presence.OPTIONAL, Optional.empty());
    }
}
