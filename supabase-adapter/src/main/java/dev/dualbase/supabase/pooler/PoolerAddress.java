// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.jdbc.SslMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the database is and how to get in, with nothing missing. */
record PoolerAddress(
        PoolerMode mode,
        String host,
        int port,
        String database,
        String user,
        String password,
        SslMode sslMode,
        Optional<String> rootCertificate,
        int maxConnections) {

    /** Without user and password. */
    String jdbcUrl() {
        String url =
                "jdbc:postgresql://" + host + ":" + port + "/" + encoded(database) + "?sslmode=" + sslMode.driverName();
        return rootCertificate
                .map(file -> url + "&sslrootcert=" + encoded(file))
                .orElse(url);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "PoolerAddress[" + mode + ", " + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
