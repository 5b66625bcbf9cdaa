// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.internal.row.ColumnPlace;
import dev.dualbase.core.type.ColumnCheck;
import dev.dualbase.core.type.TableColumns;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The checks of a table's columns, each made when it is needed first. Safe for any number of threads. */
final class TableChecks {

    /** Those of the last table whose rows were of a class: a generated table has a class of its own. */
    private static final ClassValue<AtomicReference<@Nullable TableChecks>> LAST = new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable TableChecks> computeValue(Class<?> rowType) {
            return new AtomicReference<>();
        }
    };

    private final Table<?> table;
    private final Field<?>[] columns;

    /** Two threads may both make one, which does no harm. */
    private final @Nullable ColumnCheck[] checks;

    private TableChecks(Table<?> table) {
        this.table = table;
        this.columns = table.fields();
        this.checks = new ColumnCheck[columns.length];
    }

    static TableChecks of(Table<?> table) {
        AtomicReference<@Nullable TableChecks> last = LAST.get(table.getRecordType());
        TableChecks known = last.get();
        if (known == null || known.table != table) {
            known = new TableChecks(table);
            last.set(known);
        }
        return known;
    }

    /**
     * Checks a column of a row that was set, and finds it.
     *
     * @param own where the row has it
     * @return where the table has it
     * @throws dev.dualbase.core.error.InvalidValueException naming the column whose value does not fit
     * @throws dev.dualbase.core.error.SchemaMismatchException naming a column that the table does not have
     */
    @CanIgnoreReturnValue
    int check(Record row, int own) {
        Field<?> column = row.fields()[own];
        int place = ColumnPlace.isAt(columns, column, own)
                ? own
                : ColumnPlace.among(columns, TableColumns.require(table, column));
        at(place).check(row.get(own));
        return place;
    }

    private ColumnCheck at(int place) {
        ColumnCheck check = checks[place];
        if (check == null) {
            check = ColumnCheck.of(columns[place]);
            checks[place] = check;
        }
        return check;
    }
}
