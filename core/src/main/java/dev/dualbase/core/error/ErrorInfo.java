// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.error;

import java.io.Serializable;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure apart from its kind: names only, plus one text that may hold data.
 *
 * @param sqlState the five characters of SQLSTATE (PostgreSQL manual, appendix A), if the failure has one
 * @param table the table concerned, without its schema
 * @param column the column concerned
 * @param constraint the constraint or index that was violated
 * @param sensitive what the server said word for word, which may quote values of rows; never part of a message
 * @param write the index of the failed write among those that were sent together, from 0
 */
public record ErrorInfo(
        @Nullable String sqlState,
        @Nullable String table,
        @Nullable String column,
        @Nullable String constraint,
        @Nullable String sensitive,
        @Nullable Integer write)
        implements Serializable {

    private static final ErrorInfo NONE = new ErrorInfo(null, null, null, null, null);

    /** A failure of one operation that was sent alone. */
    public ErrorInfo(
            @Nullable String sqlState,
            @Nullable String table,
            @Nullable String column,
            @Nullable String constraint,
            @Nullable String sensitive) {
        this(sqlState, table, column, constraint, sensitive, null);
    }

    /** A failure of which nothing is known but its kind. */
    public static ErrorInfo none() {
        return NONE;
    }

    /** A failure with this SQLSTATE. */
    public static ErrorInfo ofSqlState(@Nullable String sqlState) {
        return new ErrorInfo(sqlState, null, null, null, null);
    }

    /** The same failure, at this table unless a table is known already. */
    public ErrorInfo orTable(@Nullable String fallback) {
        return table != null ? this : new ErrorInfo(sqlState, fallback, column, constraint, sensitive, write);
    }

    /** The same failure, with this SQLSTATE unless one is known already. */
    public ErrorInfo orSqlState(String fallback) {
        return sqlState != null ? this : new ErrorInfo(fallback, table, column, constraint, sensitive, write);
    }

    /** The same failure, at this table and column. */
    public ErrorInfo at(@Nullable String newTable, @Nullable String newColumn) {
        return new ErrorInfo(sqlState, newTable, newColumn, constraint, sensitive, write);
    }

    /** The same failure, of this write among those that were sent together. */
    public ErrorInfo ofWrite(int index) {
        return new ErrorInfo(sqlState, table, column, constraint, sensitive, index);
    }

    /** The names in reading order, for a message: write, table, column, constraint, SQLSTATE; never the sensitive text. */
    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(", ");
        append(names, "write ", write == null ? null : write.toString());
        append(names, "table ", table);
        append(names, "column ", column);
        append(names, "constraint ", constraint);
        append(names, "SQLSTATE ", sqlState);
        return names.toString();
    }

    private static void append(StringJoiner names, String label, @Nullable String name) {
        if (name != null) {
            names.add(label + name);
        }
    }
}
