// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import dev.dualbase.core.error.StorageException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every text that an exception shows, by its place. */
final class FailureTexts {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FailureTexts() {}

    static Map<String, String> of(Throwable failure) {
        FailureTexts all = new FailureTexts();
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed));
        all.texts.put("stack trace", printed.toString());
        all.walk("", failure);
        return all.texts;
    }

    private void walk(String path, @Nullable Throwable failure) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        String name = path + failure.getClass().getSimpleName();
        texts.put(name + ": message", failure.getMessage() + " " + failure.getLocalizedMessage());
        texts.put(name + ": text form", failure.toString());
        if (failure instanceof StorageException storage) {
            texts.put(name + ": names", storage.info().toString());
        }
        if (failure instanceof SQLException sql) {
            walk("next of " + name + ": ", sql.getNextException());
        }
        walk("cause of " + name + ": ", failure.getCause());
        for (Throwable suppressed : failure.getSuppressed()) {
            walk("suppressed by " + name + ": ", suppressed);
        }
    }
}
