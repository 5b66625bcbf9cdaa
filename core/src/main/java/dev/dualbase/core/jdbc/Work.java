// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Something to do on a connection. */
@FunctionalInterface
interface Work<T> {

    /** Does it; an exception of jOOQ or of the driver is translated by who lent the connection. */
    T on(Connection connection) throws SQLException;
}
