// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.jdbc.ServerPooling;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which way leads to the database. */
public enum PoolerMode {

    /** Straight to {@code db.<project>.supabase.co}, port 5432, which answers over IPv6 unless the project pays for more. */
    DIRECT(5432, ServerPooling.NONE),

    /** Through the pooler on port 5432: a session for each connection. For few processes that live long. */
    SESSION(5432, ServerPooling.SESSION),

    /**
     * Through the pooler on port 6543: a session for each transaction. For many processes, or such that come and go.
     *
     * @see ServerPooling#TRANSACTION
     */
    TRANSACTION(6543, ServerPooling.TRANSACTION);

    private final int port;
    private final ServerPooling pooling;

    PoolerMode(int port, ServerPooling pooling) {
        this.port = port;
        this.pooling = pooling;
    }

    /** The port where Supabase offers it. */
    int port() {
        return port;
    }

    ServerPooling pooling() {
        return pooling;
    }

    /** As it is written in the environment. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PoolerMode> labelled(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findFirst();
    }
}
