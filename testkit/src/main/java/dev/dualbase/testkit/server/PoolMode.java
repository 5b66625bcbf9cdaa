// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.util.Locale;

/** How long PgBouncer lends a session of the server to a client: its {@code pool_mode}. */
public enum PoolMode {
    /** Until the client leaves. */
    SESSION,

    /** For one transaction; the next one may get another session. */
    TRANSACTION;

    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }
}
