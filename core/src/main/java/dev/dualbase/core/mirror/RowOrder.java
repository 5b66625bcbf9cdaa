// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The order in which rows that refer to one another can be carried over one after the other. */
final class RowOrder {

    /** Keys that are asked for at a time. */
    private static final int KEYS = 500;

    private RowOrder() {}

    /**
     * These rows, those that are gone first, and of all of them those that refer to others before those that are referred to;
     * then those that are there, the other way round.
     */
    static List<RowMark> goneFirst(List<RowMark> marks, MirroredTables tables, Backend primary) {
        List<RowMark> gone = new ArrayList<>();
        List<RowMark> there = new ArrayList<>();
        tables.byTable(marks).forEach((table, its) -> {
            for (int from = 0; from < its.size(); from += KEYS) {
                List<RowMark> some = its.subList(from, Math.min(from + KEYS, its.size()));
                Set<RowMark> existing = table.existing(primary, some);
                some.forEach(mark -> (existing.contains(mark) ? there : gone).add(mark));
            }
        });
        Collections.reverse(gone);
        return Stream.concat(gone.stream(), there.stream()).toList();
    }
}
