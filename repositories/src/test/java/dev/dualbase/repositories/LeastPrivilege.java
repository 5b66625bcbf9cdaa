// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.testkit.server.TestDatabase;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A role with the rights of a {@link ServiceRole} in one database. Roles belong to the server, which ends with the run.
 *
 * @param perCompany whether row-level security keeps the salons apart
 */
record LeastPrivilege(TestDatabase database, boolean perCompany) {
    static final String ROLE = "dualbase \"service\"";

    private static final String QUOTED = "\"dualbase \"\"service\"\"\"";
    static final String PASSWORD = "of-a-test";

    static LeastPrivilege on(TestDatabase database) {
        return create(database, false, "");
    }

    static LeastPrivilege perCompany(TestDatabase database) {
        return create(database, true, RowLevelSecurity.script());
    }

    private static LeastPrivilege create(TestDatabase database, boolean perCompany, String policies) {
        // tests in other processes may share the server
        DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .execute("DO $$ BEGIN CREATE ROLE " + QUOTED + " LOGIN PASSWORD '" + PASSWORD
                        + "'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$; "
                        + ServiceRole.script(ROLE) + policies);
        return new LeastPrivilege(database, perCompany);
    }

    JdbcBackend backend() {
        return builder().build();
    }

    JdbcBackendBuilder builder() {
        JdbcBackendBuilder builder = JdbcBackend.builder("role")
                .url(database.jdbcUrl())
                .credentials(ROLE, PASSWORD)
                .maxConnections(8);
        return perCompany ? builder.tenantSetting(RowLevelSecurity.SETTING) : builder;
    }
}
