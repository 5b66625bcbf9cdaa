// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.internal.row.ColumnPlace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * Finds the columns that rows of an upsert write: those that were set, and those of the key, which identify the row even where
 * they were read and not set.
 */
final class SetColumns {

    private final Table<?> table;
    private final UniqueKey<?> key;
    private final Field<?>[] columns;
    private final int[] keyPlaces;
    private final TableChecks checks;
    private BitSet last = new BitSet();

    SetColumns(Table<?> table, UniqueKey<?> key) {
        this.table = table;
        this.key = key;
        this.columns = table.fields();
        this.checks = TableChecks.of(table);
        Field<?>[] ofKey = key.getFieldsArray();
        this.keyPlaces = new int[ofKey.length];
        for (int i = 0; i < ofKey.length; i++) {
            keyPlaces[i] = ColumnPlace.among(columns, ofKey[i]);
        }
    }

    /**
     * Checks a row, and finds the places of its columns in the table. A row that sets the same as the one before gets the same
     * object.
     *
     * @throws InvalidValueException naming a column of the key that it leaves unset, or a column whose value does not fit
     * @throws dev.dualbase.core.error.SchemaMismatchException naming a column that the table does not have
     */
    BitSet checked(Record row) {
        BitSet set = new BitSet(columns.length);
        for (int i = 0; i < row.size(); i++) {
            if (row.changed(i)) {
                set.set(checks.check(row, i));
            }
        }
        requireKey(row);
        for (int place : keyPlaces) {
            set.set(place);
        }
        if (!set.equals(last)) {
            last = set;
        }
        return last;
    }

    /** The places of a row's columns in the table. */
    BitSet of(Record row) {
        BitSet set = new BitSet(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int place = ColumnPlace.in(row, columns[i], i);
            if (place >= 0 && row.changed(place)) {
                set.set(i);
            }
        }
        for (int i : keyPlaces) {
            if (i >= 0 && identifies(row, i)) {
                set.set(i);
            }
        }
        return set;
    }

    private boolean identifies(Record row, int i) {
        int place = ColumnPlace.in(row, columns[i], i);
        return place >= 0 && (row.changed(place) || row.get(place) != null);
    }

    /** The columns at these places, in the order of the table. */
    List<Field<?>> at(BitSet places) {
        List<Field<?>> set = new ArrayList<>(places.cardinality());
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            set.add(columns[i]);
        }
        return set;
    }

    /**
     * Refuses a row that leaves a column of the key unset: what it conflicts with would be up to a default.
     *
     * @throws InvalidValueException naming the column
     */
    void requireKey(Record row) {
        for (int k = 0; k < keyPlaces.length; k++) {
            if (keyPlaces[k] < 0 || !identifies(row, keyPlaces[k])) {
                Field<?> column = key.getFields().get(k);
                String what = "the key " + key.getName() + " needs " + table.getName() + "." + column.getName()
                        + " to be set";
                throw new InvalidValueException(what, "22004", table.getName(), column.getName());
            }
        }
    }
}
