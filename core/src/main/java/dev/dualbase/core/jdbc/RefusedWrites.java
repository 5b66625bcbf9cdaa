// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** A server that takes no writes any more, as after a failover. */
final class RefusedWrites {

    private static final String STATE = "25006";

    private RefusedWrites() {}

    /** Whether a failure says that the server, or the session, is read-only. */
    static boolean isRefusal(StorageException failure) {
        return failure.sqlState().filter(STATE::equals).isPresent();
    }

    /**
     * A refusal by a server that follows another one, as a lost connection: the next connection may lead to the primary. Other
     * failures as they are.
     */
    static StorageException explained(Connection connection, StorageException failure) {
        if (!isRefusal(failure) || !isReplica(connection)) {
            return failure;
        }
        ErrorInfo info = new ErrorInfo(STATE, failure.table().orElse(null), null, null, null);
        return new ConnectionFailureException(
                "the server is a replica and takes no writes; its connections are given up", info, failure.getCause());
    }

    /** The server tells each session when that changes, so the driver knows without asking. */
    private static boolean isReplica(Connection connection) {
        try {
            return "on".equals(connection.unwrap(PGConnection.class).getParameterStatus("in_hot_standby"));
        } catch (SQLException closed) {
            return false;
        }
    }
}
