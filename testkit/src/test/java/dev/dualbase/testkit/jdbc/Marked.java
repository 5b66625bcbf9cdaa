// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Looks for a value everywhere in an exception but where it may be. */
final class Marked {
    /** A value that stands for what nobody may read in a log. */
    static final String VALUE = "MARKED-7f3a";

    private Marked() {}

    static void assertNotIn(Throwable failure, String value) {
        assertThat(failure).isNotNull();
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain(value);
        walk(failure, value, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void walk(Throwable failure, String value, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        assertThat(failure.toString() + failure.getMessage() + failure.getLocalizedMessage())
                .doesNotContain(value);
        if (failure instanceof StorageException storage) {
            assertThat(storage.info().toString()).doesNotContain(value);
        }
        if (failure instanceof java.sql.SQLException sql) {
            walk(sql.getNextException(), value, seen);
        }
        walk(failure.getCause(), value, seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            walk(suppressed, value, seen);
        }
    }
}
