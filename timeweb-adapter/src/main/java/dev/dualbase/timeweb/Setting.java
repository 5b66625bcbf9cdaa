// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

/** What can be set, under its names in the builder and in the environment. */
enum Setting {
    HOST("host", "POSTGRES_HOST"),
    PORT("port", "POSTGRES_PORT"),
    REPLICAS("replica", "POSTGRES_REPLICA_HOSTS"),
    DATABASE("database", "POSTGRES_DATABASE"),
    USER("user", "POSTGRES_USER"),
    PASSWORD("password", "POSTGRES_PASSWORD"),
    MAX_CONNECTIONS("maxConnections", "POSTGRES_MAX_CONNECTIONS"),
    SCHEMA("schema", "POSTGRES_SCHEMA"),
    SSL_MODE("sslMode", "POSTGRES_SSL_MODE"),
    ROOT_CERTIFICATE("rootCertificate", "PGSSLROOTCERT");

    private final String name;
    private final String variable;

    Setting(String name, String variable) {
        this.name = name;
        this.variable = variable;
    }

    String in(boolean environment) {
        return environment ? variable : name;
    }

    String variable() {
        return variable;
    }
}
