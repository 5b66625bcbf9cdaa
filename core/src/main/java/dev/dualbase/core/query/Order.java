// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * A list of {@link Sort}s. Every read adds the columns of the primary key behind them, so that rows that are alike in the
 * order come in the same order each time and on each backend.
 *
 * @param sorts the criteria, most significant first
 */
public record Order(List<Sort> sorts) {

    private static final Order BY_PRIMARY_KEY = new Order(List.of());

    /** Copies the criteria. */
    public Order {
        sorts = List.copyOf(sorts);
    }

    /** By these criteria, then by primary key. */
    public static Order by(Sort... sorts) {
        return new Order(Arrays.asList(sorts));
    }

    /** By primary key alone. */
    public static Order byPrimaryKey() {
        return BY_PRIMARY_KEY;
    }

    /** This order with the columns of the primary key that it lacks added, ascending: no two rows are alike in it. */
    public Order total(Table<?> table) {
        UniqueKey<?> primaryKey = table.getPrimaryKey();
        if (primaryKey == null) {
            return this;
        }
        List<Sort> total = sorts;
        for (Field<?> column : primaryKey.getFieldsArray()) {
            if (!names(column)) {
                total = with(total, Sort.asc(column));
            }
        }
        return total == sorts ? this : new Order(total);
    }

    private static List<Sort> with(List<Sort> sorts, Sort last) {
        List<Sort> more = new ArrayList<>(sorts);
        more.add(last);
        return more;
    }

    private boolean names(Field<?> column) {
        for (int i = 0; i < sorts.size(); i++) {
            Field<?> sorted = sorts.get(i).column();
            if (sorted == column || sorted.equals(column)) {
                return true;
            }
        }
        return false;
    }

    /** The opposite order. */
    public Order reversed() {
        return new Order(sorts.stream().map(Sort::reversed).toList());
    }
}
