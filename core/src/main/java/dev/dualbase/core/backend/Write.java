// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.FilterCheck;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * A change of one table, complete. Of each record only the columns that were set are written. Rows are checked against
 * their columns before anything is sent, by {@link RowCheck}.
 *
 * @param <R> the type of a row
 */
public sealed interface Write<R extends Record> extends Operation {

    @Override
    Table<R> table();

    /** Whether carrying it out twice leaves what carrying it out once does; so not a plain insert. */
    default boolean idempotent() {
        return true;
    }

    /**
     * New rows.
     *
     * @param table the table
     * @param rows the rows; they may set different columns
     * @param absentBy if present, a row whose key exists already is left out instead of failing
     * @param origin where the write comes from
     */
    record Insert<R extends Record>(Table<R> table, List<R> rows, Optional<UniqueKey<R>> absentBy, Origin origin)
            implements Write<R> {

        /** Checks the rows, and refuses a key of another table or one that a row leaves unset. */
        public Insert {
            rows = List.copyOf(rows);
            rows.forEach(row -> RowCheck.check(table, row));
            if (absentBy.isPresent()) {
                UniqueKey<R> key = absentBy.get();
                RowCheck.requireKeyOf(table, key);
                rows.forEach(new SetColumns(table, key)::requireKey);
            }
        }

        @Override
        public String kind() {
            return "insert";
        }

        @Override
        public boolean idempotent() {
            return false;
        }

        @Override
        public String toString() {
            return origin + ": insert " + rows.size() + " rows into " + table.getName();
        }
    }

    /**
     * Rows that are inserted, or change the row that has their key.
     *
     * @param table the table
     * @param rows the rows; they may set different columns, and the same key twice: the last one wins, column by column
     * @param key the key that decides whether a row exists
     * @param options what a bad row does to the others
     * @param returning whether the stored rows are wanted back
     * @param origin where the write comes from
     */
    record Upsert<R extends Record>(
            Table<R> table, List<R> rows, UniqueKey<R> key, BulkOptions options, boolean returning, Origin origin)
            implements Write<R> {

        /** Refuses a key of another table. */
        public Upsert {
            rows = List.copyOf(rows);
            RowCheck.requireKeyOf(table, key);
        }

        @Override
        public String kind() {
            return "upsert";
        }

        @Override
        public String toString() {
            return origin + ": upsert " + rows.size() + " rows into " + table.getName() + " by " + key.getName();
        }
    }

    /**
     * The same change to every row of a filter.
     *
     * @param table the table
     * @param filter which rows
     * @param changes the columns to set
     * @param returning whether the changed rows are wanted back
     * @param origin where the write comes from
     */
    record Update<R extends Record>(Table<R> table, Filter filter, R changes, boolean returning, Origin origin)
            implements Write<R> {

        /** Refuses a missing condition, and changes that set nothing. */
        public Update {
            FilterCheck.forMutation(table, filter);
            RowCheck.check(table, changes);
            if (RowCheck.setColumns(table, changes).isEmpty()) {
                throw new InvalidValueException("the update sets no column", "22023", table.getName(), null);
            }
        }

        @Override
        public String kind() {
            return "update";
        }

        @Override
        public String toString() {
            return origin + ": update " + table.getName() + " where " + filter.shape();
        }
    }

    /**
     * Every row of a filter goes.
     *
     * @param table the table
     * @param filter which rows
     * @param origin where the write comes from
     */
    record Delete<R extends Record>(Table<R> table, Filter filter, Origin origin) implements Write<R> {

        /** Refuses a missing condition. */
        public Delete {
            FilterCheck.forMutation(table, filter);
        }

        @Override
        public String kind() {
            return "delete";
        }

        @Override
        public String toString() {
            return origin + ": delete from " + table.getName() + " where " + filter.shape();
        }
    }

    /**
     * Another write, and in the same statement a line in a table of the same database for each row it touched: see
     * {@link KeyNote}. Needs {@link Capability#KEY_NOTES}.
     *
     * @param write the write itself, which decides about the answer
     * @param note what is noted
     */
    record Noted<R extends Record>(Write<R> write, KeyNote note) implements Write<R> {

        /**
         * Refuses a write that does not {@linkplain KeyNote#fits fit}.
         *
         * @throws dev.dualbase.core.error.UnsupportedCapabilityException naming the table
         */
        public Noted {
            KeyNote.requireFits(write);
        }

        @Override
        public Table<R> table() {
            return write.table();
        }

        @Override
        public Origin origin() {
            return write.origin();
        }

        @Override
        public String kind() {
            return write.kind();
        }

        @Override
        public boolean idempotent() {
            return write.idempotent();
        }

        @Override
        public String toString() {
            return write + ", noted in " + note.table().getName();
        }
    }
}
