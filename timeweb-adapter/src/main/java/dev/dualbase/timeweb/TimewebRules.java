// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import dev.dualbase.core.internal.settings.Hosts;
import dev.dualbase.core.internal.settings.RootCertificate;
import dev.dualbase.core.internal.settings.TextSettings;
import dev.dualbase.core.jdbc.SslMode;
import java.util.List;
import java.util.Optional;

/** Fills in what was not said, and collects everything that is missing or cannot be before it says any. */
final class TimewebRules {

    private final TextSettings<Setting> settings;

    TimewebRules(TextSettings<Setting> settings) {
        this.settings = settings;
    }

    TimewebSettings read() {
        String host = required(Setting.HOST);
        int port = settings.port(Setting.PORT, 5432);
        checkHost(host, port);
        List<String> replicas = replicas(host + ":" + port, port);
        String database = required(Setting.DATABASE);
        String user = required(Setting.USER);
        String password = required(Setting.PASSWORD);
        int maxConnections = settings.connections(Setting.MAX_CONNECTIONS);
        SslMode sslMode = settings.sslMode(Setting.SSL_MODE);
        Optional<String> rootCertificate = settings.value(Setting.ROOT_CERTIFICATE);
        RootCertificate.problem(
                        rootCertificate,
                        sslMode,
                        settings.name(Setting.ROOT_CERTIFICATE),
                        settings.name(Setting.SSL_MODE))
                .ifPresent(settings::refuse);
        settings.requireNoProblem(TimewebBackends.ID);
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
                settings.value(Setting.SCHEMA));
    }

    private String required(Setting setting) {
        return settings.required(setting, "").orElse("");
    }

    private void checkHost(String host, int port) {
        boolean several = host.contains(",");
        if (several && Hosts.list(host, port).isEmpty()) {
            refuse(
                    Setting.HOST,
                    "is not several hosts with commas between them, each alone or with a colon and its port");
        } else if (!several && !host.isEmpty() && !Hosts.isAlone(host)) {
            refuse(Setting.HOST, "is not the name or the address of one host, without scheme and port");
        }
    }

    private List<String> replicas(String primary, int port) {
        Optional<String> text = settings.value(Setting.REPLICAS);
        if (text.isEmpty()) {
            return List.of();
        }
        Optional<List<String>> hosts = Hosts.list(text.get(), port);
        if (hosts.isEmpty()) {
            refuse(
                    Setting.REPLICAS,
                    "is not one host or several with commas between them, each alone or with a colon and its port");
        }
        List<String> replicas = hosts.orElse(List.of());
        if (replicas.contains(primary)) {
            refuse(Setting.REPLICAS, "names the primary itself");
        }
        if (replicas.stream().distinct().count() < replicas.size()) {
            refuse(Setting.REPLICAS, "names a server twice");
        }
        return replicas;
    }

    private void refuse(Setting setting, String what) {
        settings.refuse(settings.name(setting) + " " + what);
    }
}
