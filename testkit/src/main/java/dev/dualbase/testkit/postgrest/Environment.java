// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The settings of PostgREST, as environment variables. */
final class Environment {
    private static final String HOST = "127.0.0.1";

    private Environment() {}

    static Map<String, String> of(TestDatabase database, PostgrestOptions options, SigningKey key, Ports ports) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "db-uri", connection(database, ports),
                "db-schemas", String.join(",", options.schemas()),
                "db-anon-role", SupabaseRoles.ANONYMOUS,
                "db-max-rows", Integer.toString(options.maxRows()),
                "db-pool", Integer.toString(options.poolSize()),
                "db-pool-acquisition-timeout",
                        Long.toString(options.poolAcquisitionTimeout().toSeconds()),
                "jwt-secret", key.secret()));
        settings.putAll(options.config());
        settings.putAll(Map.of(
                "server-host",
                HOST,
                "server-port",
                Integer.toString(ports.api()),
                "admin-server-port",
                Integer.toString(ports.admin()),
                "db-channel-enabled",
                "true"));
        return settings.entrySet().stream()
                .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));
    }

    /** Settings of the person who runs the tests, for PostgREST or for PostgreSQL's client, are not meant for it. */
    static void apply(Map<String, String> settings, Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PGRST_") || name.startsWith("PG"));
        environment.putAll(settings);
    }

    private static String variable(String setting) {
        return "PGRST_" + setting.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String connection(TestDatabase database, Ports ports) {
        @Nullable Properties parsed = Driver.parseURL(database.jdbcUrl(), new Properties());
        Properties address = parsed == null ? new Properties() : parsed;
        String password = database.server().kind() == ServerKind.EXTERNAL ? database.password() : "";
        return Stream.of(
                        word("host", address.getProperty("PGHOST", "localhost")),
                        word("port", address.getProperty("PGPORT", "5432")),
                        word("dbname", database.name()),
                        word("application_name", ports.application()),
                        word("user", SupabaseRoles.loginOf(database)),
                        word("password", password),
                        word("sslmode", address.getProperty("sslmode", "")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** As libpq reads it. */
    private static String word(String name, String value) {
        return value.isEmpty() ? "" : name + "='" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Where it listens. */
    record Ports(int api, int admin) {
        String url() {
            return "http://" + HOST + ":" + api;
        }

        /** The name of its sessions. */
        String application() {
            return "dualbase-postgrest-" + api;
        }

        String readiness() {
            return "http://" + HOST + ":" + admin + "/ready";
        }
    }
}
