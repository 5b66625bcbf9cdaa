// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/** What one backend can do and another cannot. */
public enum Capability {
    /** Several operations that take effect together or not at all. */
    TRANSACTIONS,
    /** A stream that sees one state of the table from first to last row. */
    CONSISTENT_STREAMS,
    /** {@link dev.dualbase.core.filter.Filters#sql}. */
    SQL_CONDITIONS,
    /** A bulk whose rows set different columns, all or nothing. */
    ATOMIC_MIXED_BULK
}
