// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.privacy.MarkedValues;

/** A value that stands for what nobody may read in a log. */
final class Marked {
    static final String VALUE = "MARKED-7f3a";

    private Marked() {}

    /** Looks everywhere in an exception but where it may be. */
    static void assertNotIn(Throwable failure, String value) {
        assertThat(failure).isNotNull();
        assertThat(MarkedValues.of(value).in(failure)).isEmpty();
    }
}
