// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/** What one backend can do and another cannot. */
public enum Capability {
    /** Several operations, reads among them, that take effect together or not at all. */
    TRANSACTIONS,
    /**
     * Several writes of any tables that take effect together or not at all. Without {@link #TRANSACTIONS} they are sent at the
     * end of the transaction: reads in it are refused, and its writes answer before they are carried out. See
     * {@link WriteResult#UNKNOWN}.
     */
    ATOMIC_WRITES,
    /** A stream that sees one state of the table from first to last row. */
    CONSISTENT_STREAMS,
    /** {@link dev.dualbase.core.filter.Filters#sql}. */
    SQL_CONDITIONS,
    /** A bulk whose rows set different columns, all or nothing. */
    ATOMIC_MIXED_BULK,
    /** JSON's own {@code null} in a column, apart from NULL. */
    JSON_NULLS,
    /** A filter of any length, such as thousands of values that a row must not have. */
    LONG_FILTERS,
    /** {@link Backend#describe} with everything that is in the catalog. */
    CATALOG
}
