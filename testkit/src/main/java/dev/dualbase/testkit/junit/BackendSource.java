// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.TestDatabase;

/** Opens the backend that tests ask for, where it is not always PostgreSQL over JDBC. Has a constructor without parameters. */
@FunctionalInterface
public interface BackendSource {
    /**
     * Opens one. It is closed before the database is dropped, and should then leave no session there.
     *
     * @param database a database that tests share or have for themselves
     * @param jdbc a backend on it, which may be returned
     */
    Backend open(TestDatabase database, JdbcBackend jdbc);
}
