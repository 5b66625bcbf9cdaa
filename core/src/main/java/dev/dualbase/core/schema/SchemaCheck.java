// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

import dev.dualbase.core.schema.SchemaDifference.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;

/**
 * Compares generated tables with what a database has: tables, columns, types, NULLs, keys. Run it at the start, before
 * the first statement, so that a renamed column or a missing unique index is one list of names and not an error at night.
 */
public final class SchemaCheck {

    private record TableName(Optional<String> schema, String name) {}

    private final Map<TableName, LiveTable> live;
    private final List<SchemaDifference> differences = new ArrayList<>();

    private SchemaCheck(Collection<LiveTable> live) {
        this.live = live.stream()
                .collect(Collectors.toMap(
                        table -> new TableName(table.schema(), table.name()), Function.identity(), (one, same) -> one));
    }

    /**
     * Compares.
     *
     * @param expected the generated tables, with their keys
     * @param live what {@code Backend.describe} answered for them
     */
    public static SchemaReport compare(Collection<? extends Table<?>> expected, Collection<LiveTable> live) {
        SchemaCheck check = new SchemaCheck(live);
        expected.forEach(check::compareTable);
        return new SchemaReport(check.differences);
    }

    private void compareTable(Table<?> expected) {
        LiveTable found = live.get(new TableName(LiveTable.schemaOf(expected), expected.getName()));
        if (found == null) {
            add(Kind.MISSING_TABLE, expected, expected.getName(), "the table does not exist");
            return;
        }
        for (Field<?> column : expected.fields()) {
            found.column(column.getName())
                    .ifPresentOrElse(
                            actual -> compareColumn(expected, column, actual),
                            () -> add(
                                    Kind.MISSING_COLUMN,
                                    expected,
                                    column.getName(),
                                    "column " + column.getName() + " does not exist"));
        }
        findUnknownRequired(expected, found);
        compareKeys(expected, found);
    }

    private void compareColumn(Table<?> table, Field<?> expected, LiveColumn actual) {
        if (!TypeName.isSame(expected.getDataType(), actual.type())
                && !TypeName.isSame(expected.getDataType(), actual.baseType())) {
            String type = TypeName.of(expected.getDataType());
            String message = "column " + actual.name() + " is " + actual.type() + ", expected " + type;
            add(Kind.DIFFERENT_TYPE, table, actual.name(), message);
        }
        if (expected.getDataType().nullable() != actual.nullable()) {
            String message =
                    "column " + actual.name() + (actual.nullable() ? " takes NULL, expected not" : " refuses NULL");
            add(Kind.DIFFERENT_NULLABILITY, table, actual.name(), message);
        }
    }

    private void findUnknownRequired(Table<?> table, LiveTable found) {
        Set<String> known = table.fieldStream().map(Field::getName).collect(Collectors.toSet());
        for (LiveColumn column : found.columns()) {
            if (!known.contains(column.name()) && !column.nullable() && !column.filled()) {
                String message =
                        "column " + column.name() + " is unknown to the code, and an insert must give it a value";
                add(Kind.UNKNOWN_REQUIRED_COLUMN, table, column.name(), message);
            }
        }
    }

    private void compareKeys(Table<?> table, LiveTable found) {
        List<Set<String>> expected =
                table.getKeys().stream().map(SchemaCheck::names).toList();
        for (UniqueKey<?> key : table.getKeys()) {
            Set<String> names = names(key);
            boolean present = found.uniques().stream().anyMatch(u -> u.full() && u.isOn(names));
            if (!present) {
                add(Kind.MISSING_KEY, table, key.getName(), missingKey(key, found));
            }
        }
        for (LiveUnique unique : found.uniques()) {
            if (expected.stream().noneMatch(unique::isOn)) {
                String message = "unique index " + unique.name() + " on (" + String.join(", ", unique.columns())
                        + ") is unknown to the code and may refuse rows";
                add(Kind.EXTRA_UNIQUE, table, unique.name(), message);
            }
        }
    }

    private static String missingKey(UniqueKey<?> key, LiveTable found) {
        String columns = key.getFields().stream().map(Field::getName).collect(Collectors.joining(", "));
        boolean partial = found.uniques().stream().anyMatch(u -> u.isOn(names(key)));
        return "key " + key.getName() + " needs a full unique index on (" + columns + ")"
                + (partial ? "; the one that exists is partial, deferrable or invalid" : "");
    }

    private static Set<String> names(UniqueKey<?> key) {
        return key.getFields().stream().map(Field::getName).collect(Collectors.toUnmodifiableSet());
    }

    private void add(Kind kind, Table<?> table, String object, String message) {
        differences.add(new SchemaDifference(kind, table.getName(), object, message));
    }
}
