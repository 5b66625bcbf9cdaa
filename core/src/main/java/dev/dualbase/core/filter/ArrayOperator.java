// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.filter;

/** How {@link Filter.ArrayMatch} compares an array column with values. */
public enum ArrayOperator {
    /** Holds all the values. */
    CONTAINS("@>"),
    /** Holds nothing but the values. */
    CONTAINED_BY("<@"),
    /** Holds one of the values at least. */
    OVERLAPS("&&");

    private final String sql;

    ArrayOperator(String sql) {
        this.sql = sql;
    }

    /** The operator in SQL. */
    public String sql() {
        return sql;
    }
}
