// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** A key of a {@link RandomTable}. */
record RandomKey(UniqueKey<Record> key, List<RandomColumn> columns) {
    /** Whether both rows have this key, as a unique index sees it: a NULL equals nothing. */
    boolean isSame(Row left, Row right) {
        return columns.stream().allMatch(column -> isSame(column, left.get(column), right.get(column)));
    }

    private static boolean isSame(RandomColumn column, @Nullable Object left, @Nullable Object right) {
        return left != null && right != null && column.kind().order().compare(left, right) == 0;
    }

    String ddl(String sort) {
        String names =
                columns.stream().map(column -> Names.quoted(column.name())).collect(Collectors.joining(", "));
        return "constraint " + Names.quoted(key.getName()) + " " + sort + " (" + names + ")";
    }
}
