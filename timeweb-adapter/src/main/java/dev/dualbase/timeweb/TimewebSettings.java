// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.internal.settings.Hosts;
import dev.dualbase.core.internal.settings.ServerUrl;
import dev.dualbase.core.jdbc.SslMode;
import java.util.List;
import java.util.Optional;

/**
 * Where a managed PostgreSQL is and how to get in.
 *
 * @param host its name, which its certificate must carry; or those of all servers that may be the primary, with commas
 *     between them, each alone or with its own port as {@code host:port}
 * @param port its port, and that of each server without its own
 * @param replicas the servers that follow it, each with its port, {@code host:port}
 * @param database the database
 * @param user the user
 * @param password the password
 * @param maxConnections the size of the pool; count all processes against the server's limit
 * @param sslMode how the connection is protected
 * @param rootCertificate a file with the certificate of the authority that signed the server's, empty for those that the
 *     driver knows
 * @param schema the schema that holds the tables, empty for the one they were generated from
 */
public record TimewebSettings(
        String host,
        int port,
        List<String> replicas,
        String database,
        String user,
        String password,
        int maxConnections,
        SslMode sslMode,
        Optional<String> rootCertificate,
        Optional<String> schema) {

    /** Refuses hosts and a port that cannot be, and copies the list. */
    public TimewebSettings {
        if (port < 1 || port > 65_535) {
            throw new InvalidValueException("POSTGRES_PORT is not between 1 and 65535");
        }
        if (Hosts.list(host, port).isEmpty()) {
            throw new InvalidValueException("POSTGRES_HOST is not one host or several with commas between them");
        }
        replicas = List.copyOf(replicas);
    }

    /**
     * The JDBC URL with all that concerns TLS, but without user and password: for migration tools and the like. With several
     * hosts it leads to the one that takes writes.
     */
    public String jdbcUrl() {
        return ServerUrl.ofPrimary(Hosts.list(host, port).orElseThrow(), database, sslMode, rootCertificate);
    }

    /** As {@link #jdbcUrl()}, for each replica: what is asked of the primary's certificate is asked of theirs. */
    public List<String> replicaUrls() {
        return replicas.stream()
                .map(replica -> ServerUrl.of(replica, database, sslMode, rootCertificate))
                .toList();
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "TimewebSettings[" + user + "@" + host + ":" + port + "/" + database + ", maxConnections="
                + maxConnections + ", replicas=" + replicas + ", sslMode=" + sslMode.driverName() + "]";
    }
}
