// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Compares what a backend gave with what the model has. Says where they differ with the values, which are all made up. */
final class Answer {
    private Answer() {}

    static void requireRows(List<Row> expected, List<? extends Record> actual, List<RandomColumn> columns) {
        if (expected.size() != actual.size()) {
            throw new AssertionError(expected.size() + " rows expected, but there are " + actual.size()
                    + "\nexpected: " + texts(expected.stream().map(row -> text(row, columns)))
                    + "\nactual:   " + texts(actual.stream().map(row -> text(row, columns))));
        }
        for (int i = 0; i < expected.size(); i++) {
            requireRow("row " + (i + 1), expected.get(i), actual.get(i), columns);
        }
    }

    static void requireRow(String place, Row expected, Record actual, List<RandomColumn> columns) {
        for (RandomColumn column : columns) {
            @Nullable Object wanted = ColumnKind.java(expected.get(column));
            @Nullable Object found = actual.get(column.field());
            require(place + ", column " + column.name(), wanted, found);
        }
    }

    static void require(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.deepEquals(exact(expected), exact(actual))) {
            throw new AssertionError(what + ": expected " + text(expected) + ", but it is " + text(actual));
        }
    }

    /** Documents by their text, as jOOQ compares numbers in them as doubles. */
    private static @Nullable Object exact(@Nullable Object value) {
        if (value instanceof JSONB document) {
            return document.data();
        }
        return value instanceof JSON document ? document.data() : value;
    }

    private static String texts(Stream<String> rows) {
        return rows.collect(Collectors.joining("\n          "));
    }

    private static String text(Row row, List<RandomColumn> columns) {
        return columns.stream()
                .map(column -> text(ColumnKind.java(row.get(column))))
                .collect(Collectors.joining(" | "));
    }

    private static String text(Record row, List<RandomColumn> columns) {
        return columns.stream().map(column -> text(row.get(column.field()))).collect(Collectors.joining(" | "));
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Object[] elements) {
            return Arrays.stream(elements).map(Answer::text).collect(Collectors.joining(", ", "[", "]"));
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value == null) {
            return "NULL";
        }
        return value instanceof String ? "'" + value + "'" : value.toString();
    }
}
