// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

/** What can be set, under its names in the builder and in the environment. */
enum Setting {
    MODE("mode", "SUPABASE_DB_MODE"),
    PROJECT("project", "SUPABASE_DB_PROJECT"),
    HOST("host", "SUPABASE_DB_HOST"),
    PORT("port", "SUPABASE_DB_PORT"),
    DATABASE("database", "SUPABASE_DB_DATABASE"),
    USER("user", "SUPABASE_DB_USER"),
    PASSWORD("password", "SUPABASE_DB_PASSWORD"),
    SCHEMA("schema", "SUPABASE_DB_SCHEMA"),
    SSL_MODE("sslMode", "SUPABASE_DB_SSL_MODE"),
    ROOT_CERTIFICATE("rootCertificate", "PGSSLROOTCERT"),
    MAX_CONNECTIONS("maxConnections", "SUPABASE_DB_MAX_CONNECTIONS");

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
