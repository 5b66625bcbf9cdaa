// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import org.jooq.Table;

/** What is known of every operation on a table, read or write. Its text form holds names only. */
public interface Operation {

    /** The table. */
    Table<?> table();

    /** Where the operation comes from. */
    Origin origin();

    /** One word for logs and metrics, such as {@code read} or {@code upsert}. */
    String kind();
}
