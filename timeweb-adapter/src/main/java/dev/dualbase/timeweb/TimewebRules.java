// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.SslMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads settings from variables, and collects every problem before it says any. */
final class EnvironmentReader {

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    EnvironmentReader(Map<String, String> variables) {
        this.variables = variables;
    }

    TimewebSettings read() {
        String host = required("POSTGRES_HOST");
        int port = number("POSTGRES_PORT", 5432, 65_535);
        String database = required("POSTGRES_DATABASE");
        String user = required("POSTGRES_USER");
        String password = required("POSTGRES_PASSWORD");
        int maxConnections = number("POSTGRES_MAX_CONNECTIONS", 3, 10_000);
        SslMode sslMode = sslMode();
        Optional<String> certificate = optional("PGSSLROOTCERT");
        if (certificate.isPresent() && !sslMode.verifies()) {
            problems.add("PGSSLROOTCERT has no effect with POSTGRES_SSL_MODE=" + sslMode.driverName());
        }
        if (!problems.isEmpty()) {
            throw new InvalidValueException(
                    "the environment does not say where PostgreSQL is: " + String.join("; ", problems));
        }
        return new TimewebSettings(
                host,
                port,
                database,
                user,
                password,
                maxConnections,
                sslMode,
                certificate,
                optional("POSTGRES_SCHEMA"));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private String required(String name) {
        return optional(name).orElseGet(() -> {
            problems.add(name + " is not set");
            return "";
        });
    }

    private int number(String name, int fallback, int maximum) {
        Optional<String> text = optional(name);
        if (text.isEmpty()) {
            return fallback;
        }
        int value = text.get().matches("[0-9]{1,9}") ? Integer.parseInt(text.get()) : 0;
        if (value < 1 || value > maximum) {
            problems.add(name + " is not a number between 1 and " + maximum);
        }
        return Math.max(1, Math.min(value, maximum));
    }

    private SslMode sslMode() {
        String name = optional("POSTGRES_SSL_MODE").orElse(SslMode.VERIFY_FULL.driverName());
        return SslMode.named(name).orElseGet(() -> {
            problems.add("POSTGRES_SSL_MODE is none of verify-full, verify-ca, require, disable");
            return SslMode.VERIFY_FULL;
        });
    }
}
