package dev.lathe.ui.overlay;

import dev.lathe.model.metric.Amount;
import dev.lathe.model.metric.Combination;
import dev.lathe.model.metric.NodeValues;
import dev.lathe.model.metric.Unit;
import dev.lathe.model.metric.ValueScale;
import dev.lathe.model.metric.ValueScale.Steps;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PictureBox;
import dev.lathe.ui.graph.paint.NodeOverlay;
import dev.lathe.ui.graph.paint.NodeOverlay.Note;
import dev.lathe.ui.graph.paint.NodeOverlay.Rating;
import dev.lathe.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Makes overlays of values. The scale covers the boxes that are in the picture: so it fits groups
/// while they are closed, and the layers in them when they are open.
public final class OverlayBuilder {
    private final String title;
    private final Unit unit;
    private final Combination combination;
    private final NodeValues values;
    private final Map<String, String> layerLabels;
    private final Map<String, String> groupLabels;

    public OverlayBuilder(OverlayChoice choice, NodeValues values, Texts texts) {
        this.title = choice.title(texts);
        this.unit = choice.unit();
        this.combination = choice.combination();
        this.values = values;
        this.layerLabels = labels(values.layers());
        this.groupLabels = labels(values.groups());
    }

    /// What is written beside boxes; nothing beside those that have nothing of what is counted.
    private Map<String, String> labels(Map<String, Amount> amounts) {
        var labels = new HashMap<String, String>();
        amounts.forEach((id, amount) -> {
            boolean isNothing = amount.isExact() && amount.value() == 0;
            labels.put(id, isNothing ? "" : ValueText.of(unit, amount));
        });
        return labels;
    }

    /// The overlay for a picture.
    ///
    /// @param boxes of the picture
    public NodeOverlay build(Collection<PictureBox> boxes, Steps steps, Texts texts) {
        var shown = new ArrayList<Double>();
        int unknown = 0;
        int absent = 0;
        boolean groups = false;
        for (PictureBox box : boxes) {
            groups |= box.role().isGroup();
            if (NodeOverlay.colours(box.role())) {
                var amount = amounts(box.role()).get(box.name());
                if (amount == null) {
                    absent++;
                } else if (amount.isUnknown()) {
                    unknown++;
                } else {
                    shown.add(amount.value());
                }
            }
        }
        var scale = ValueScale.of(steps, shown);
        var notes = new EnumMap<Note, String>(Note.class);
        if (groups) {
            notes.put(Note.GROUPS, texts.now("overlay.note." + key(combination)));
        }
        if (unknown > 0) {
            notes.put(Note.UNKNOWN, texts.now("overlay.note.unknown"));
        }
        if (absent > 0) {
            notes.put(Note.ABSENT, texts.now("overlay.note.absent"));
        }
        return new NodeOverlay(
                title,
                ratings(values.layers(), layerLabels, scale),
                ratings(values.groups(), groupLabels, scale),
                new NodeOverlay.Scale(lowest(scale), ValueText.of(unit, scale.high()), notes));
    }

    private String lowest(ValueScale scale) {
        var words = ValueText.of(unit, scale.low());
        return scale.zeros() ? "≤ " + words : words;
    }

    private Map<String, Amount> amounts(BoxRole role) {
        return role == BoxRole.NODE ? values.layers() : values.groups();
    }

    private static Map<String, Rating> ratings(
            Map<String, Amount> amounts, Map<String, String> labels, ValueScale scale) {
        var ratings = new HashMap<String, Rating>();
        amounts.forEach((id, amount) -> {
            var label = labels.getOrDefault(id, "");
            ratings.put(
                    id,
                    amount.isUnknown()
                            ? Rating.unknown(label)
                            : new Rating(scale.share(amount.value()), label));
        });
        return ratings;
    }

    private static String key(Combination combination) {
        return switch (combination) {
            case SUM -> "sum";
            case MAXIMUM -> "maximum";
            case WEIGHTED_MEAN -> "weighted-mean";
            case MEAN -> "mean";
        };
    }
}
