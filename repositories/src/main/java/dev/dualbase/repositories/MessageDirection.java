// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.util.Locale;

/** Which way a message goes, as the salon sees it. */
public enum MessageDirection {
    /** From a client. */
    INCOMING,
    /** To a client. */
    OUTGOING;

    /** The text in {@code messages.direction}. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
