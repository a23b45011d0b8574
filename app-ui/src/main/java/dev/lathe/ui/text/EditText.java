package dev.lathe.ui.text;

import dev.lathe.model.edit.Edit;
import dev.lathe.model.edit.Edit.BindDimensions;
import dev.lathe.model.edit.Edit.PruneMagnitude;
import dev.lathe.model.edit.Edit.QuantizeDynamic;
import dev.lathe.model.edit.Edit.QuantizeStatic;
import dev.lathe.model.edit.Edit.Simplify;
import dev.lathe.model.quantize.IntegerType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What edits are called.
public final class EditText {
    private EditText() {}

    /// A short title of a version: that of the edit it ends with, or that of the original.
    public static String title(Texts texts, Optional<Edit> edit) {
        return edit.map(e -> title(texts, e)).orElseGet(() -> texts.now("edit.none"));
    }

    /// A short title: `Prune 50 %`.
    public static String title(Texts texts, Edit edit) {
        return switch (edit) {
            case BindDimensions(var sizes) -> texts.now("edit.bind-dimensions", words(sizes));
            case PruneMagnitude(var amount, _, _) ->
                    texts.now("edit.prune-magnitude", Units.share(amount));
            case QuantizeDynamic(var weight, _, _) ->
                    texts.now("edit.quantize-dynamic", word(weight));
            case QuantizeStatic(var activation, var weight, _, _, _) ->
                    texts.now("edit.quantize-static", word(activation), word(weight));
            case Simplify(var opset, _) ->
                    opset.isPresent()
                            ? texts.now("edit.simplify-opset", opset.getAsLong())
                            : texts.now("edit.simplify");
        };
    }

    private static String words(Map<String, Long> sizes) {
        return sizes.entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String word(IntegerType type) {
        return type.name().toUpperCase(Locale.ROOT);
    }
}
