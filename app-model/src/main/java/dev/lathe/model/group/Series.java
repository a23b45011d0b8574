package dev.lathe.model.group;

import dev.lathe.model.group.Item.Part;
import java.util.ArrayList;
import java.util.List;

/// Joins neighbouring groups whose names differ in a number at the end only: `conv2_1`, `conv2_2`
/// and so on to `conv2`.
final class Series {
    private static final int SHORTEST = 3;

    private Series() {}

    /// The items of a level with series joined, or as they are if all groups are of one series.
    static List<Item> join(List<Item> items) {
        var result = new ArrayList<Item>();
        int from = 0;
        for (int i = 1; i <= items.size(); i++) {
            var stem = stem(items.get(from));
            if (i < items.size() && !stem.isEmpty() && stem.equals(stem(items.get(i)))) {
                continue;
            }
            var run = items.subList(from, i);
            if (run.size() >= SHORTEST && !stem.isEmpty()) {
                result.add(new Part(stem, ((Part) run.getFirst()).origin(), run));
            } else {
                result.addAll(run);
            }
            from = i;
        }
        long series = result.stream().filter(Part.class::isInstance).count();
        return series > 1 ? result : items;
    }

    /// The name of a group without the number at its end and what sets that off; empty if there is
    /// none.
    private static String stem(Item item) {
        if (!(item instanceof Part part)) {
            return "";
        }
        var label = part.label();
        int end = label.length();
        while (end > 0 && Character.isDigit(label.charAt(end - 1))) {
            end--;
        }
        if (end == label.length()) {
            return "";
        }
        while (end > 0 && "._-".indexOf(label.charAt(end - 1)) >= 0) {
            end--;
        }
        return label.substring(0, end);
    }
}
