// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.backend.Backend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many rows are divided into those that go together. */
final class RowBatches {

    private RowBatches() {}

    /** These rows in their order, this many at a time. */
    static List<List<RowMark>> of(List<RowMark> marks, int size) {
        return IntStream.iterate(0, from -> from < marks.size(), from -> from + size)
                .mapToObj(from -> marks.subList(from, Math.min(from + size, marks.size())))
                .toList();
    }

    /**
     * These rows in an order in which batches can follow one another: those that are gone first, and of all of them those
     * that refer to others before those that are referred to; then those that are there, the other way round.
     *
     * @param size how many are asked for at a time
     */
    static List<RowMark> goneFirst(List<RowMark> marks, int size, MirroredTables tables, Backend primary) {
        List<RowMark> gone = new ArrayList<>();
        List<RowMark> there = new ArrayList<>();
        tables.byTable(marks)
                .forEach((table, its) -> of(its, size).forEach(some -> {
                    Set<RowMark> existing = table.existing(primary, some);
                    some.forEach(mark -> (existing.contains(mark) ? there : gone).add(mark));
                }));
        Collections.reverse(gone);
        return Stream.concat(gone.stream(), there.stream()).toList();
    }
}
