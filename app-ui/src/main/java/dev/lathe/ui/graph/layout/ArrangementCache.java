package dev.lathe.ui.graph.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Arrangements by plan; those not used for long are dropped. May be used by several threads.
final class ArrangementCache {
    private static final int MOST_CELLS = 200_000;

    private final LinkedHashMap<Plan, Arrangement> arrangements =
            new LinkedHashMap<>(64, 0.75f, true);
    private int cells;

    synchronized Optional<Arrangement> find(Plan plan) {
        return Optional.ofNullable(arrangements.get(plan));
    }

    synchronized void keep(Plan plan, Arrangement arrangement) {
        if (arrangements.put(plan, arrangement) == null) {
            cells += plan.cells().size();
        }
        var oldest = arrangements.entrySet().iterator();
        while (cells > MOST_CELLS && arrangements.size() > 1) {
            Map.Entry<Plan, Arrangement> entry = oldest.next();
            cells -= entry.getKey().cells().size();
            oldest.remove();
        }
    }
}
