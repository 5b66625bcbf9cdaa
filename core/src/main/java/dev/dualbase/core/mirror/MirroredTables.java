// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.InvalidValueException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables that are kept equal, by name. */
final class MirroredTables {

    private final Map<String, MirroredTable<?>> byName = new LinkedHashMap<>();

    MirroredTables(Collection<? extends Table<?>> tables) {
        tables.forEach(table -> byName.put(table.getName(), MirroredTable.of(table)));
    }

    Set<String> names() {
        return byName.keySet();
    }

    @SuppressWarnings("unchecked") // the rows of a table are of the table's type
    <R extends Record> Optional<MirroredTable<R>> of(Table<R> table) {
        return Optional.ofNullable((MirroredTable<R>) byName.get(table.getName()));
    }

    /**
     * The mirror of a table.
     *
     * @throws InvalidValueException naming the table, if it is not mirrored
     */
    MirroredTable<?> require(Table<?> table) {
        if (!byName.containsKey(table.getName())) {
            throw new InvalidValueException(
                    "the table is not mirrored: name it in the options of the dual write",
                    "0A000",
                    table.getName(),
                    null);
        }
        return named(table.getName());
    }

    MirroredTable<?> named(String name) {
        @Nullable MirroredTable<?> table = byName.get(name);
        if (table == null) {
            throw new IllegalStateException("only marks of mirrored tables are read");
        }
        return table;
    }
}
