// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.compare;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.StorageException;
import org.jspecify.annotations.Nullable;

/** What a side said, or how it failed. */
record Answer(@Nullable Object value, @Nullable Exception failure) {
    static Answer of(Backend backend, Question question) {
        try {
            return new Answer(question.ask(backend), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(null, e);
        } catch (Exception e) {
            return new Answer(null, e);
        }
    }

    /** The class and the SQLSTATE. Messages of exceptions may quote values. */
    String failureName() {
        if (failure == null) {
            return "no exception";
        }
        String name = failure.getClass().getSimpleName();
        return failure instanceof StorageException storage
                ? storage.sqlState()
                        .map(state -> name + " (SQLSTATE " + state + ")")
                        .orElse(name)
                : name;
    }
}
