// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.InvalidValueException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The tables that are kept equal, by name, each behind those that it refers to where that is possible. */
final class MirroredTables {

    private final Map<String, MirroredTable<?>> byName = new LinkedHashMap<>();

    MirroredTables(Collection<? extends Table<?>> tables) {
        Map<String, Table<?>> left = new LinkedHashMap<>();
        tables.forEach(table -> left.put(table.getName(), table));
        tables.forEach(table -> add(table.getName(), left));
    }

    /** Tables that refer to one another in a circle are left in the order in which they were named. */
    private void add(String name, Map<String, Table<?>> left) {
        Table<?> table = left.remove(name);
        if (table != null) {
            table.getReferences()
                    .forEach(reference -> add(reference.getKey().getTable().getName(), left));
            byName.put(name, MirroredTable.of(table));
        }
    }

    /** These marks by table, a table behind those that it refers to. */
    Map<MirroredTable<?>, List<RowMark>> byTable(Collection<RowMark> marks) {
        Map<String, List<RowMark>> byTable = marks.stream().collect(Collectors.groupingBy(RowMark::table));
        Map<MirroredTable<?>, List<RowMark>> inOrder = new LinkedHashMap<>();
        byName.forEach((name, table) -> {
            if (byTable.containsKey(name)) {
                inOrder.put(table, byTable.getOrDefault(name, List.of()));
            }
        });
        return inOrder;
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
