// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.internal.compare.RowValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Counts what a comparison finds. */
final class Findings {

    private static final int KEPT_KEYS = 1000;

    private final String table;
    private final List<Field<?>> fields;
    private final Set<String> columns = new TreeSet<>();
    private final List<List<String>> keys = new ArrayList<>();
    private long compared;
    private long missing;
    private long extra;
    private long different;
    private long unsettled;

    Findings(String table, List<Field<?>> fields) {
        this.table = table;
        this.fields = fields;
    }

    void compared(int rows) {
        compared += rows;
    }

    void unsettled(int rows) {
        unsettled += rows;
    }

    /** A row that differs for certain. */
    void add(RowMark mark, @Nullable RowValues onPrimary, @Nullable RowValues onOther) {
        if (onPrimary == null) {
            extra++;
        } else if (onOther == null) {
            missing++;
        } else {
            different++;
            onPrimary
                    .differences(onOther)
                    .forEach(place -> columns.add(fields.get(place).getName()));
        }
        if (keys.size() < KEPT_KEYS) {
            keys.add(mark.key());
        }
    }

    Reconciliation result() {
        return new Reconciliation(table, compared, missing, extra, different, unsettled, columns, keys);
    }
}
