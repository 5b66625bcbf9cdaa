// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.settings;

import dev.dualbase.core.jdbc.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JDBC URLs with all that concerns TLS, and without user and password. */
public final class ServerUrl {

    private ServerUrl() {}

    /**
     * The URL of a database.
     *
     * @param server {@code host:port}
     */
    public static String of(String server, String database, SslMode sslMode, Optional<String> rootCertificate) {
        String url = "jdbc:postgresql://" + server + "/" + encoded(database) + "?sslmode=" + sslMode.driverName();
        return rootCertificate
                .map(file -> url + "&sslrootcert=" + encoded(file))
                .orElse(url);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
