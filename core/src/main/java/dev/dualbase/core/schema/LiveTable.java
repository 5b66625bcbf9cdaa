// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

import java.util.List;
import java.util.Optional;
import org.jooq.Schema;
import org.jooq.Table;

/**
 * A table as the database has it.
 *
 * @param schema the schema the code has it in, empty where it names none; a backend may have been told to use another
 * @param name the name without schema
 * @param columns its columns
 * @param uniques its unique indexes, those of constraints included
 */
public record LiveTable(Optional<String> schema, String name, List<LiveColumn> columns, List<LiveUnique> uniques) {

    /** Copies the lists. */
    public LiveTable {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
    }

    /** The schema the code has a table in, empty where it names none. */
    public static Optional<String> schemaOf(Table<?> table) {
        return Optional.ofNullable(table.getSchema()).map(Schema::getName).filter(name -> !name.isEmpty());
    }

    /** The column of this name. */
    public Optional<LiveColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
