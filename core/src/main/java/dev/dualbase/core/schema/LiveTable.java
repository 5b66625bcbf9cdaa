// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table as the database has it.
 *
 * @param name the name without schema
 * @param columns its columns
 * @param uniques its unique indexes, those of constraints included
 */
public record LiveTable(String name, List<LiveColumn> columns, List<LiveUnique> uniques) {

    /** Copies the lists. */
    public LiveTable {
        columns = List.copyOf(columns);
        uniques = List.copyOf(uniques);
    }

    /** The column of this name. */
    public Optional<LiveColumn> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }
}
