// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes a template per schema, and databases from it. A template becomes visible as one only when it is complete, and
 * lets nobody in then: cloning needs that.
 */
final class Templates {
    private static final String DUPLICATE_DATABASE = "42P04";
    private static final int FIRST_WITH_STRATEGY = 15;

    private final RunningServer server;

    Templates(RunningServer server) {
        this.server = server;
    }

    TestDatabase cloneOf(SchemaSource schema) {
        try (AdminConnection admin = server.endpoint().admin()) {
            String template = template(admin, schema);
            return new TestDatabase(server, clone(admin, template));
        } catch (SQLException e) {
            throw new TestServerException(server.name() + " cannot create a database for tests: " + e.getMessage(), e);
        }
    }

    private String template(AdminConnection admin, SchemaSource schema) throws SQLException {
        String name = "dualbase_tpl_" + ContentHash.of(schema.hash());
        if (!isComplete(admin, name)) {
            admin.number("SELECT count(pg_advisory_lock(hashtextextended(?, 0)))", name);
            try {
                makeUnlessComplete(admin, name, schema);
            } finally {
                admin.number("SELECT count(pg_advisory_unlock(hashtextextended(?, 0)))", name);
            }
        }
        return name;
    }

    private void makeUnlessComplete(AdminConnection admin, String name, SchemaSource schema) throws SQLException {
        if (isComplete(admin, name)) {
            return;
        }
        // Without the mark: somebody was killed on the way.
        drop(admin, name);
        admin.execute("CREATE DATABASE " + name + strategy());
        apply(admin, name, schema);
        admin.execute("ALTER DATABASE " + name + " WITH ALLOW_CONNECTIONS false");
        admin.execute("ALTER DATABASE " + name + " WITH IS_TEMPLATE true");
    }

    private void apply(AdminConnection admin, String name, SchemaSource schema) throws SQLException {
        try (Connection connection =
                server.endpoint().dataSource(server.jdbcUrl(name)).getConnection()) {
            schema.apply(connection);
        } catch (SQLException | RuntimeException e) {
            drop(admin, name);
            throw new TestServerException(schema + " cannot be applied: " + e.getMessage(), e);
        }
    }

    private String clone(AdminConnection admin, String template) throws SQLException {
        while (true) {
            String name = CloneName.next();
            try {
                admin.execute("CREATE DATABASE " + name + " TEMPLATE " + template + strategy());
                return name;
            } catch (SQLException e) {
                if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    /** Copying files is faster than the default, which logs every block, for small databases too. */
    private String strategy() {
        return server.majorVersion() < FIRST_WITH_STRATEGY ? "" : " STRATEGY file_copy";
    }

    private static boolean isComplete(AdminConnection admin, String name) throws SQLException {
        return admin.number("SELECT count(*) FROM pg_database WHERE datistemplate AND datname = ?", name) > 0;
    }

    static void drop(AdminConnection admin, String name) throws SQLException {
        admin.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }
}
