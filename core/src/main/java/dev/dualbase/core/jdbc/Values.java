// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;

/** Values of records as bind parameters, each by the type of its column and never by the type of the value. */
final class Values {

    private Values() {}

    static List<Field<?>> of(Record row, List<Field<?>> columns, Parameters parameters) {
        List<Field<?>> values = new ArrayList<>(columns.size());
        for (Field<?> column : columns) {
            values.add(value(column, row, parameters));
        }
        return values;
    }

    static Map<Field<?>, Field<?>> byColumn(Record row, List<Field<?>> columns, Parameters parameters) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, value(column, row, parameters)));
        return values;
    }

    private static <T> Field<T> value(Field<T> column, Record row, Parameters parameters) {
        return parameters.of(row.get(column), column);
    }
}
