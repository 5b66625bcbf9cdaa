// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

/**
 * A PostgreSQL server, version 13 or newer, that tests share. Safe for use by several threads, and an external one by
 * several JVMs at once.
 */
public sealed interface PostgresServer extends AutoCloseable permits RunningServer {
    /** For people: kind and version, such as {@code embedded PostgreSQL 18}. */
    String name();

    /** Where it comes from. */
    ServerKind kind();

    /** Such as 15 or 18. */
    int majorVersion();

    /** The JDBC address of one of its databases, without user and password. */
    String jdbcUrl(String database);

    /** A user that may create databases; on servers that the kit starts, a superuser. */
    String user();

    /** Empty where the server asks for none. */
    String password();

    /**
     * Creates a fresh database with a schema, as a clone of a template. The template is made once per hash of the
     * schema and stays on the server, for other threads, other JVMs and later runs.
     *
     * @throws TestServerException if the server does not answer or the schema cannot be applied
     */
    TestDatabase createDatabase(SchemaSource schema);

    /** Ends the server, if this JVM started it. The next call for a shared one starts another. */
    @Override
    void close();
}
