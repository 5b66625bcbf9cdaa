// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of a table in memory: what the database must hold and answer. */
final class Model {
    private static final String NOT_NULL = "23502";
    private static final String DUPLICATE = "23505";

    private final RandomTable table;
    private List<Row> rows = new ArrayList<>();

    Model(RandomTable table) {
        this.table = table;
    }

    List<Row> rows() {
        return rows;
    }

    /** The rows that match, in an order. */
    List<Row> rows(Claim claim, Comparator<Row> order) {
        return rows.stream().filter(claim::matches).sorted(order).toList();
    }

    void become(List<Row> newRows) {
        rows = new ArrayList<>(newRows);
    }

    Prediction insert(Row row) {
        Change change = new Change();
        change.insert(row);
        return change.prediction();
    }

    /** As {@code insert}, but nothing happens if a row has this key. */
    Prediction insertIfAbsent(Row row, RandomKey key) {
        Change change = new Change();
        if (change.find(row, key) == null || change.lacks(row)) {
            change.insert(row);
        }
        return change.prediction();
    }

    /**
     * An upsert: rows with one key are merged, the last one wins, column by column.
     *
     * @param isolated whether rows that lack a value are left out rather than failing all
     */
    Prediction upsert(List<Row> given, RandomKey key, boolean isolated) {
        Change change = new Change();
        SortedSet<Integer> badRows = new TreeSet<>();
        for (Merged merged : Merged.of(given, key, table)) {
            if (isolated && change.lacks(merged.row())) {
                badRows.addAll(merged.places());
            } else {
                change.upsert(merged.row(), key);
            }
        }
        return isolated ? change.withBadRows(badRows) : change.prediction();
    }

    Prediction update(Predicate<Row> which, Row changes) {
        Change change = new Change();
        for (Row row : rows) {
            if (which.test(row)) {
                change.replace(row, row.with(changes, column -> true, table));
            }
        }
        // All rows get the same values, so that one that is in the way at any time is so in the end.
        return change.prediction().inAnyOrder();
    }

    /** A write in progress. */
    private final class Change {
        private final List<Row> after = new ArrayList<>(rows);
        private final List<Row> written = new ArrayList<>();
        private long inserted;
        private long updated;
        private boolean lacking;
        private boolean inTheWay;

        Row withDefaults(Row set) {
            Row row = Row.empty();
            table.columns().forEach(column -> row.set(column, column.defaultValue()));
            return row.with(set, column -> true, table);
        }

        /** Whether a value is missing; the database fills in an identity that is not set, but not one that is set to NULL. */
        boolean lacks(Row set) {
            return table.columns().stream()
                    .filter(column -> !column.plan().identity() || set.has(column))
                    .anyMatch(column -> column.refuses(set.has(column) ? set.get(column) : column.defaultValue()));
        }

        @Nullable
        Row find(Row row, RandomKey key) {
            return rows.stream()
                    .filter(each -> key.isSame(each, row))
                    .findFirst()
                    .orElse(null);
        }

        void insert(Row set) {
            Row row = withDefaults(set);
            lacking |= lacks(set);
            inTheWay |= isTaken(row, null);
            after.add(row);
            written.add(row);
            inserted++;
        }

        /** PostgreSQL refuses a row that lacks a value before it looks whether there is one with its key. */
        void upsert(Row set, RandomKey key) {
            @Nullable Row present = find(set, key);
            if (present == null) {
                insert(set);
                return;
            }
            lacking |= lacks(set);
            boolean onlyKey = key.columns().containsAll(set.columns(table));
            if (onlyKey) {
                written.add(present);
            } else {
                replace(present, present.with(set, column -> !key.columns().contains(column), table));
            }
        }

        void replace(Row old, Row row) {
            lacking |= lacks(row);
            inTheWay |= isTaken(row, old);
            after.set(after.indexOf(old), row);
            written.add(row);
            updated++;
        }

        /** Whether another row has, or had before this write, one of the keys of this one. */
        private boolean isTaken(Row row, @Nullable Row own) {
            return rows.stream().anyMatch(each -> each != own && sharesKey(each, row));
        }

        private boolean sharesKey(Row left, Row right) {
            return table.keys().stream().anyMatch(key -> key.isSame(left, right));
        }

        private boolean hasDuplicates() {
            for (int i = 0; i < after.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (sharesKey(after.get(i), after.get(j))) {
                        return true;
                    }
                }
            }
            return false;
        }

        Prediction prediction() {
            SortedSet<String> failures = new TreeSet<>();
            if (lacking) {
                failures.add(NOT_NULL);
            }
            if (hasDuplicates() || (lacking && inTheWay)) {
                failures.add(DUPLICATE);
            }
            boolean unclear = inTheWay && failures.isEmpty();
            return new Prediction(inserted, updated, written, after, failures, new TreeSet<>(), unclear);
        }

        Prediction withBadRows(SortedSet<Integer> badRows) {
            boolean unclear = inTheWay || hasDuplicates();
            return new Prediction(inserted, updated, written, after, Set.of(), badRows, unclear);
        }
    }
}
