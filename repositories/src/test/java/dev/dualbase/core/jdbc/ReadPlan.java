// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.backend.Read;
import org.jooq.DSLContext;

/** The server's plan of a read, of the very query that {@link JdbcBackend} sends. */
public final class ReadPlan {

    private ReadPlan() {}

    /** The plan as text. */
    public static String of(DSLContext sql, Read<?> read) {
        return sql.explain(Queries.select(sql, Parameters.once(), read)).plan();
    }

    /** The plan of counting what would be read, as text. */
    public static String ofCount(DSLContext sql, Read<?> read) {
        return sql.explain(Queries.count(sql, Parameters.once(), read)).plan();
    }
}
