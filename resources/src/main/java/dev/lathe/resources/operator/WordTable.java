package dev.lathe.resources.operator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The words on operators in one language.
///
/// `Conv` is what an operator does, `Conv@group` what a parameter of it means, `@group` what a
/// parameter of that name means wherever nothing else is said, `tflite@padding` the same for the
/// operators of one domain.
final class WordTable {
    private final Map<String, String> words;
    private final Map<String, String> aliases;

    WordTable(Map<String, String> words, Map<String, String> aliases) {
        this.words = words;
        this.aliases = aliases;
    }

    Optional<String> summary(String key) {
        return Optional.ofNullable(words.get(key));
    }

    Optional<String> meaning(String key, String parameter) {
        var own = words.get(key + "@" + parameter);
        if (own != null) {
            return Optional.of(own);
        }
        var alias = aliases.get(key);
        if (alias != null) {
            var shared = words.get(alias + "@" + parameter);
            if (shared != null) {
                return Optional.of(shared);
            }
        }
        int dot = key.lastIndexOf('.');
        var domain = dot < 0 ? "" : key.substring(0, dot);
        var inDomain = words.get(domain + "@" + parameter);
        return Optional.ofNullable(inDomain != null ? inDomain : words.get("@" + parameter));
    }

    Set<String> keys() {
        return words.keySet();
    }
}
