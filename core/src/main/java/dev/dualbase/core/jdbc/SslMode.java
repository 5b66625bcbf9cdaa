// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** The name the driver knows, such as {@code verify-full}. */
    public String driverName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode of a name that the driver knows, empty for any other text. */
    public static Optional<SslMode> named(String driverName) {
        return Arrays.stream(values())
                .filter(mode -> mode.driverName().equals(driverName))
                .findFirst();
    }

    /** Whether it makes sure who the server is by a certificate of an authority. */
    public boolean verifies() {
        return this == VERIFY_FULL || this == VERIFY_CA;
    }
}
