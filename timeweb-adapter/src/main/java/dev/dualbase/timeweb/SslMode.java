// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import java.util.Locale;

/** How a connection is protected: the {@code sslmode} of libpq (PostgreSQL manual, 34.19). */
public enum SslMode {
    /** Encrypted, by a certificate of a known authority, for the name that was dialled: the default, and the only safe one. */
    VERIFY_FULL,
    /** Encrypted, by a certificate of a known authority, whatever the name: whoever owns another such certificate can listen. */
    VERIFY_CA,
    /** Encrypted, by whoever answers: whoever can answer in the server's place can listen. */
    REQUIRE,
    /** Plain text. */
    DISABLE;

    /** The name the driver knows. */
    String driverName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
