// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

/**
 * How the rows of an upsert that set the same columns reach the server. All ways store the same and count the same; they differ
 * in speed.
 *
 * <p>The thresholds come from upserts of 15 columns, half of the rows new, on an embedded PostgreSQL 18. Against COPY to a
 * temporary table arrays took 0.3 of the time for 2 rows, 0.6 for 100 and 0.75 for 300; from 1,000 rows on they cost the server
 * 1.1 times its work and more. VALUES took as long as COPY for 100 rows, and 1.3 times as long for 1,000.
 */
enum BulkPath {
    /** A list of VALUES, a parameter for each cell: the one way that takes any column and returns what it stored. */
    VALUES,

    /** An array for each column, see {@link UnnestedRows}. */
    ARRAYS,

    /** COPY to a temporary table in a transaction, see {@link CopiedRows}. */
    COPY;

    private static final int COPY_FROM = 500;

    /** In one statement, which has to end before the statement timeout and cannot be seen to get on. */
    private static final int COPY_AT_MOST = 10_000;

    /**
     * The way of so many rows.
     *
     * @param asText whether the values of all columns can go as text
     * @param temporaryTables whether there may be a temporary table
     */
    static BulkPath of(int rows, boolean asText, boolean temporaryTables) {
        if (rows < 2 || !asText) {
            return VALUES;
        }
        return rows < COPY_FROM || !temporaryTables ? ARRAYS : COPY;
    }

    /** How many rows go in one statement, of so many columns each. */
    int rowsAtOnce(int columns) {
        return switch (this) {
            case VALUES -> Chunks.ofValues(columns);
            case ARRAYS -> COPY_FROM;
            case COPY -> COPY_AT_MOST;
        };
    }
}
