// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a database for tests holds before the test begins: tables, functions, rows that every test wants. */
public interface SchemaSource {
    /** A text that changes whenever the outcome of {@link #apply} does: equal texts share a template. */
    String hash();

    /**
     * Creates everything in an empty database. Called once per hash and server.
     *
     * @param connection in auto-commit mode; stays open
     * @throws SQLException if a statement fails; the half-made database is dropped then
     */
    void apply(Connection connection) throws SQLException;

    /** An empty database. */
    static SchemaSource none() {
        return new ScriptSchema("the empty schema", "");
    }

    /**
     * Migrations in Flyway's layout. The hash covers names and contents of the files.
     *
     * @param locations such as {@code classpath:db/migration} or {@code filesystem:src/main/resources/db/migration};
     *     without a prefix, on the class path
     */
    static SchemaSource migrations(String... locations) {
        return new FlywaySchema(
                List.of(locations).stream().map(MigrationLocation::parse).toList());
    }

    /**
     * A script on the class path, of any number of statements.
     *
     * @param resource such as {@code legacy/schema.sql}
     * @throws TestServerException if there is no such resource
     */
    static SchemaSource sql(String resource) {
        return new ScriptSchema(resource, ClassPath.text(resource));
    }

    /**
     * A script of any number of statements.
     *
     * @param name for messages
     */
    static SchemaSource script(String name, String sql) {
        return new ScriptSchema(name, sql);
    }
}
