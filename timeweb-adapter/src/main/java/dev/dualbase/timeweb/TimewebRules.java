// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.SslMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in what was not said, and collects everything that is missing or cannot be before it says any. */
final class TimewebRules {

    private static final int MOST_CONNECTIONS = 10_000;

    private final Map<Setting, String> settings;
    private final boolean fromVariables;
    private final List<String> problems = new ArrayList<>();

    /**
     * Rules for one set of settings.
     *
     * @param fromVariables whether to speak of variables of the environment
     */
    TimewebRules(Map<Setting, String> settings, boolean fromVariables) {
        this.settings = settings;
        this.fromVariables = fromVariables;
    }

    TimewebSettings read() {
        String host = host();
        int port = number(Setting.PORT, 5432, 65_535);
        List<String> replicas = replicas(host + ":" + port, port);
        String database = required(Setting.DATABASE);
        String user = required(Setting.USER);
        String password = required(Setting.PASSWORD);
        int maxConnections = number(Setting.MAX_CONNECTIONS, 3, MOST_CONNECTIONS);
        SslMode sslMode = sslMode();
        Optional<String> rootCertificate = optional(Setting.ROOT_CERTIFICATE);
        RootCertificate.problem(rootCertificate, sslMode, name(Setting.ROOT_CERTIFICATE), name(Setting.SSL_MODE))
                .ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new InvalidValueException("backend " + TimewebBackends.ID + ": " + String.join("; ", problems));
        }
        return new TimewebSettings(
                host,
                port,
                replicas,
                database,
                user,
                password,
                maxConnections,
                sslMode,
                rootCertificate,
                optional(Setting.SCHEMA));
    }

    private String host() {
        String host = required(Setting.HOST);
        if (!host.isEmpty() && !Hosts.isAlone(host)) {
            problems.add(name(Setting.HOST) + " is not the name or the address of one host, without scheme and port");
        }
        return host;
    }

    private List<String> replicas(String primary, int port) {
        Optional<String> text = optional(Setting.REPLICAS);
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> replicas = Hosts.list(text.get(), port).orElseGet(() -> {
            problems.add(name(Setting.REPLICAS)
                    + " is not one host or several with commas between them, each alone or with a colon and its port");
            return List.of();
        });
        if (replicas.contains(primary)) {
            problems.add(name(Setting.REPLICAS) + " names the primary itself");
        }
        if (replicas.stream().distinct().count() < replicas.size()) {
            problems.add(name(Setting.REPLICAS) + " names a server twice");
        }
        return replicas;
    }

    private Optional<String> optional(Setting setting) {
        return Optional.ofNullable(settings.get(setting)).filter(value -> !value.isBlank());
    }

    private String required(Setting setting) {
        return optional(setting).orElseGet(() -> {
            problems.add(name(setting) + " is not set");
            return "";
        });
    }

    private int number(Setting setting, int fallback, int maximum) {
        Optional<String> text = optional(setting);
        if (text.isEmpty()) {
            return fallback;
        }
        int value = text.get().matches("[0-9]{1,9}") ? Integer.parseInt(text.get()) : 0;
        if (value < 1 || value > maximum) {
            problems.add(name(setting) + " is not a number between 1 and " + maximum);
        }
        return value;
    }

    private SslMode sslMode() {
        String mode = optional(Setting.SSL_MODE).orElse(SslMode.VERIFY_FULL.driverName());
        return SslMode.named(mode).orElseGet(() -> {
            problems.add(name(Setting.SSL_MODE) + " is none of verify-full, verify-ca, require, disable");
            return SslMode.VERIFY_FULL;
        });
    }

    private String name(Setting setting) {
        return setting.in(fromVariables);
    }
}
