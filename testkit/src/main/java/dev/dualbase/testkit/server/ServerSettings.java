// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** How servers for tests are set up: fast, forgetful, and the same everywhere. */
final class ServerSettings {
    /** For initdb: order by code point on every machine. Only Linux has the locale {@code C.UTF-8} everywhere. */
    static final Map<String, String> LOCALE = isLinux()
            ? Map.of("locale", "C.UTF-8")
            : Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8");

    /** For the server. Nothing here survives a crash, and nothing needs to. */
    static final Map<String, String> TESTS = Map.of(
            "fsync", "off",
            "full_page_writes", "off",
            "synchronous_commit", "off",
            "max_connections", "200",
            "timezone", "UTC",
            "log_timezone", "UTC");

    /**
     * For a server that crashes: what it has acknowledged is there afterwards, as in production. Standbys follow closely, and
     * find what they have missed.
     */
    static final Map<String, String> CRASHES = Map.of(
            "max_connections", "100",
            "wal_keep_size", "256MB",
            "wal_retrieve_retry_interval", "100ms",
            "wal_receiver_status_interval", "1s",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private ServerSettings() {}

    /** For a server that speaks TLS; its certificate and its key are written into a folder. */
    static Map<String, String> tls(TestCertificate certificate, Path folder) throws IOException {
        Path certificateFile = folder.resolve("server.crt");
        Path keyFile = folder.resolve("server.key");
        certificate.writeTo(certificateFile, keyFile);
        return Map.of("ssl", "on", "ssl_cert_file", certificateFile.toString(), "ssl_key_file", keyFile.toString());
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }
}
