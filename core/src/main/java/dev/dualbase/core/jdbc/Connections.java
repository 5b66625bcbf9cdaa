// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import dev.dualbase.core.error.StorageException;
import java.sql.Connection;

/** Where connections come from and go back to. */
interface Connections {

    /**
     * A connection of one's own, in autocommit. {@link #release} must follow.
     *
     * @throws StorageException if there is none in time; nothing was sent then
     */
    Connection lease();

    /** Gives a connection back, or throws it away if it may be in a broken state or the driver has given it up. */
    void release(Connection connection, boolean broken);

    /** Throws all connections away, those in use when they come back: what they lead to is not what it was. */
    void evictAll();
}
