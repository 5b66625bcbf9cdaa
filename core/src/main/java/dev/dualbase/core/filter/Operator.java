// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

/** How {@link Filter.Comparison} compares a column with a value. */
public enum Operator {
    /** Equal; unknown for NULL. */
    EQ("="),
    /** Not equal; unknown for NULL, so rows with NULL do not match. */
    NE("<>"),
    /** Less than. */
    LT("<"),
    /** Less than or equal. */
    LTE("<="),
    /** Greater than. */
    GT(">"),
    /** Greater than or equal. */
    GTE(">="),
    /** Not equal, where NULL counts as a value of its own: rows with NULL match. */
    IS_DISTINCT_FROM("is distinct from");

    private final String sql;

    Operator(String sql) {
        this.sql = sql;
    }

    /** The operator in SQL. */
    public String sql() {
        return sql;
    }
}
