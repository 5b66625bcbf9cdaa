// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.internal.settings.ServerUrl;
import dev.dualbase.core.jdbc.SslMode;
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
        return ServerUrl.of(host + ":" + port, database, sslMode, rootCertificate);
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "PoolerAddress[" + mode + ", " + user + "@" + host + ":" + port + "/" + database + "]";
    }
}
