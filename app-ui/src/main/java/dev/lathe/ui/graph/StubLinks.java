package dev.lathe.ui.graph;

import dev.lathe.ui.graph.GraphReach.Way;
import dev.lathe.ui.graph.layout.BoxRole;
import dev.lathe.ui.graph.layout.PlacedBox;
import dev.lathe.ui.graph.paint.PictureIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What stubs stand for: no edge is drawn between a stub and the box that makes its value.
final class StubLinks {
    private final Map<Integer, Integer> makers = new HashMap<>();
    private final Map<Integer, List<Integer>> stubs = new HashMap<>();

    private record Key(int frame, String name) {}

    StubLinks(PictureIndex picture) {
        var boxes = picture.graph().boxes();
        var named = new HashMap<Key, Integer>();
        for (int i = 0; i < boxes.size(); i++) {
            if (!isStub(boxes.get(i))) {
                named.putIfAbsent(key(boxes.get(i)), i);
            }
        }
        for (int i = 0; i < boxes.size(); i++) {
            var maker = isStub(boxes.get(i)) ? named.get(key(boxes.get(i))) : null;
            if (maker != null) {
                makers.put(i, maker);
                stubs.computeIfAbsent(maker, _ -> new ArrayList<>()).add(i);
            }
        }
    }

    /// The box that a stub stands for, or the stubs that stand for a box.
    List<Integer> from(int box, Way way) {
        if (way == Way.ON) {
            return stubs.getOrDefault(box, List.of());
        }
        var maker = makers.get(box);
        return maker == null ? List.of() : List.of(maker);
    }

    private static boolean isStub(PlacedBox box) {
        return box.box().role() == BoxRole.STUB;
    }

    private static Key key(PlacedBox box) {
        return new Key(box.frame(), box.box().name());
    }
}
