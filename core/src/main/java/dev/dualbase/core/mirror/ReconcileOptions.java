// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Field;

/**
 * How two sides are compared.
 *
 * @param filter which rows, of both sides; must be a condition on columns that do not change, such as a tenant
 * @param ignored columns that are not compared, such as one that a trigger of the other side sets
 * @param repair whether rows that differ are noted, so that they are carried over
 * @param pageSize how many rows are compared at a time, 1 or more
 * @param patience how long to wait for rows that are being changed or carried over just then
 * @param from where to begin
 * @param progress is given the position behind each page, to begin from after an interruption
 */
public record ReconcileOptions(
        Filter filter,
        List<Field<?>> ignored,
        boolean repair,
        int pageSize,
        Duration patience,
        ReconcilePosition from,
        Consumer<ReconcilePosition> progress) {

    /** Refuses pages without rows. */
    public ReconcileOptions {
        ignored = List.copyOf(ignored);
        if (pageSize < 1) {
            throw new InvalidValueException("reconcile: pageSize is under 1");
        }
    }

    /** Compares and repairs, 500 rows at a time, with 10 seconds of patience for each page. */
    public static ReconcileOptions repairing() {
        return new ReconcileOptions(
                Filters.everyRow(), List.of(), true, 500, Duration.ofSeconds(10), ReconcilePosition.begin(), any -> {});
    }

    /** The same, but only compares. */
    public static ReconcileOptions comparing() {
        ReconcileOptions repairing = repairing();
        return new ReconcileOptions(
                repairing.filter,
                repairing.ignored,
                false,
                repairing.pageSize,
                repairing.patience,
                repairing.from,
                repairing.progress);
    }

    /** The same for some rows only, as where the tenants of one table have different primaries. */
    public ReconcileOptions onlyRows(Filter newFilter) {
        return new ReconcileOptions(newFilter, ignored, repair, pageSize, patience, from, progress);
    }

    /** The same without comparing these columns. */
    public ReconcileOptions ignoring(Field<?>... columns) {
        return new ReconcileOptions(filter, List.of(columns), repair, pageSize, patience, from, progress);
    }

    /** The same with pages of another size. */
    public ReconcileOptions withPageSize(int newPageSize) {
        return new ReconcileOptions(filter, ignored, repair, newPageSize, patience, from, progress);
    }

    /** The same with more or less patience. */
    public ReconcileOptions withPatience(Duration newPatience) {
        return new ReconcileOptions(filter, ignored, repair, pageSize, newPatience, from, progress);
    }

    /** The same from a position on. */
    public ReconcileOptions startingAt(ReconcilePosition newFrom) {
        return new ReconcileOptions(filter, ignored, repair, pageSize, patience, newFrom, progress);
    }

    /** The same with positions told to somebody. */
    public ReconcileOptions tellingTo(Consumer<ReconcilePosition> newProgress) {
        return new ReconcileOptions(filter, ignored, repair, pageSize, patience, from, newProgress);
    }
}
