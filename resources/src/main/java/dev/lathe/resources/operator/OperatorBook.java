package dev.lathe.resources.operator;

import dev.lathe.resources.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks up what operators are. The tables are read when they are first needed.
///
/// Operators are called by their name, those outside the standard domain by domain and name:
/// `Conv`, `com.microsoft.Attention`, `tflite.CONV_2D`.
public final class OperatorBook {
    private final Map<Locale, WordTable> words = new HashMap<>();
    private Map<String, List<String[]>> signatures = Map.of();
    private Map<String, String> formulas = Map.of();
    private Map<String, String> aliases = Map.of();

    /// The form of an operator that a version of its operator set has; the latest if the version is
    /// not known.
    ///
    /// @param domain empty for the standard operators
    /// @param opset 0 if it is not known
    public synchronized Optional<Signature> signature(String domain, String operator, long opset) {
        load();
        String[] found = null;
        for (String[] line : signatures.getOrDefault(key(domain, operator), List.of())) {
            if (opset <= 0 || Long.parseLong(line[1]) <= opset) {
                found = line;
            }
        }
        return Optional.ofNullable(found)
                .map(line -> Signature.parse(line[1], line[2], line[3], line[4]));
    }

    /// What an operator does.
    ///
    /// @param locale one of those that there are messages in, or close to one
    public synchronized Optional<OperatorPage> page(String domain, String operator, Locale locale) {
        load();
        var table = words(Messages.closest(locale));
        var key = key(domain, operator);
        var source = table.summary(key).isPresent() ? key : alias(domain, operator);
        return table.summary(source)
                .map(summary ->
                        new OperatorPage(
                                key, summary, Optional.ofNullable(formulas.get(source)), table));
    }

    /// The keys of the words in one language.
    synchronized Set<String> keys(Locale locale) {
        load();
        return words(locale).keys();
    }

    /// The operators of which the forms are known.
    synchronized Set<String> operators() {
        load();
        return signatures.keySet();
    }

    static String key(String domain, String operator) {
        return domain.isEmpty() || domain.equals("ai.onnx") ? operator : domain + "." + operator;
    }

    private String alias(String domain, String operator) {
        var same = aliases.get(key(domain, operator));
        if (same != null) {
            return same;
        }
        // ONNX Runtime's forms of standard operators for another memory layout
        return domain.equals("com.microsoft.nchwc") || domain.equals("com.ms.internal.nhwc")
                ? operator
                : "";
    }

    private WordTable words(Locale locale) {
        return words.computeIfAbsent(
                locale,
                language -> {
                    var suffix = language.equals(Locale.SIMPLIFIED_CHINESE) ? "_zh_CN" : "";
                    var table = TextTable.read("operators" + suffix + ".properties");
                    return new WordTable(table, aliases);
                });
    }

    private void load() {
        if (!signatures.isEmpty()) {
            return;
        }
        aliases = TextTable.read("aliases.properties");
        formulas = TextTable.read("formulas.properties");
        var table = new HashMap<String, List<String[]>>();
        TextTable.text("signatures.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .forEach(line -> table.computeIfAbsent(line[0], _ -> new ArrayList<>(2)).add(line));
        signatures = table;
    }
}
