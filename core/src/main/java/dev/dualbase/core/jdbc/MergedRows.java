// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.List;
import org.jooq.Select;

/** Rows that reached the server, or do so with the statement that merges them into a table. */
interface MergedRows {

    /** The query that answers with them, in their order. Its text depends on their columns alone. */
    Select<?> select();

    /** The parameters of the query. */
    List<byte[]> parameters();
}
