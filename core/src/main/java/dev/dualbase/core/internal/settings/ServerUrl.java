// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.settings;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** JDBC URLs with all that concerns TLS, and without user and password. */
public final class ServerUrl {

    private ServerUrl() {}

    /**
     * The URL of a database.
     *
     * @param server {@code host:port}
     * @throws InvalidValueException if it is anything else, which would become part of the URL
     */
    public static String of(String server, String database, SslMode sslMode, Optional<String> rootCertificate) {
        if (Hosts.list(server, 1).isEmpty()) {
            throw new InvalidValueException("a server is not a host with a port");
        }
        String url = "jdbc:postgresql://" + server + "/" + encoded(database) + "?sslmode=" + sslMode.driverName();
        return rootCertificate
                .map(file -> url + "&sslrootcert=" + encoded(file))
                .orElse(url);
    }

    /**
     * The URL of a database that one of several servers has, each as {@code host:port}: connections go to the one that takes
     * writes.
     */
    public static String ofPrimary(
            List<String> servers, String database, SslMode sslMode, Optional<String> rootCertificate) {
        String url = of(String.join(",", servers), database, sslMode, rootCertificate);
        return servers.size() == 1 ? url : url + "&targetServerType=primary";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
