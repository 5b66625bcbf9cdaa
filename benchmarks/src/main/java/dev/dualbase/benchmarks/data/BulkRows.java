// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import java.util.List;
import java.util.stream.IntStream;

/** The rows of a bulk upsert, of which every other one exists before it. */
public final class BulkRows {

    /** After so many changed rows the table is tidied; it costs more than a small upsert. */
    private static final int DIRTY = 20_000;

    private final SalonFill fill;
    private final int count;
    private int dirty = DIRTY;

    /** That many rows. */
    public BulkRows(Database database, int count) {
        this.fill = new SalonFill(database);
        this.count = count;
    }

    /** What is upserted. */
    public List<ClientChange> all() {
        Changes changes = new Changes(Salons.BULK, SalonFill.SEED);
        return IntStream.rangeClosed(1, count).mapToObj(changes::numbered).toList();
    }

    /** Leaves in the salon what was there before an upsert: the rows with even numbers, with other values. */
    public void restore() {
        fill.clientsWithEvenNumbers(Salons.BULK, count);
        dirty += 2 * count;
        if (dirty >= DIRTY) {
            fill.tidy();
            dirty = 0;
        }
    }

    /** Leaves the salon empty. */
    public void clear() {
        fill.deleteFrom(Salons.BULK, 0);
    }
}
