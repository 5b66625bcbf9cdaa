// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The values of one row, taken out of a record that its owner may change. */
public final class RowValues {

    private final @Nullable Object[] values;

    private RowValues(@Nullable Object[] values) {
        this.values = values;
    }

    /** The values of these columns as they are now. */
    public static RowValues of(Record row, List<Field<?>> columns) {
        return new RowValues(columns.stream().map(row::get).toArray());
    }

    /** The value at a place, counted from 0. */
    public @Nullable Object get(int index) {
        return values[index];
    }

    /** The places at which another row of the same columns has another value. */
    public List<Integer> differences(RowValues other) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!Objects.deepEquals(values[i], other.values[i])) {
                places.add(i);
            }
        }
        return places;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowValues row && Arrays.deepEquals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }

    /** How many values there are: they are data themselves. */
    @Override
    public String toString() {
        return "RowValues of " + values.length + " columns";
    }
}
