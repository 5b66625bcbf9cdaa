// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import org.jspecify.annotations.Nullable;

/** Whether the user of a backend may create temporary tables, which takes the privilege TEMPORARY on the database. */
final class TemporaryTables {

    private static final String QUESTION =
            "select pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMPORARY')";

    private final Session session;
    private volatile @Nullable Boolean allowed;

    TemporaryTables(Session session) {
        this.session = session;
    }

    /** The server is asked once. */
    boolean areAllowed(String table) {
        Boolean known = allowed;
        if (known == null) {
            known = session.read(table, sql -> sql.fetchSingle(QUESTION).get(0, Boolean.class));
            allowed = known;
        }
        return known;
    }
}
