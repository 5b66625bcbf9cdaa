// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of several backends the calls of a thread went to. {@link Backend#id} of a backend that chooses among others is the
 * name of the choice; the one it chose is told here. A call that goes on to the next backend after an outage is told as that
 * of the one that answered, and if none did, as that of the first.
 */
public final class AnsweredBy implements AutoCloseable {

    private static final ThreadLocal<@Nullable AnsweredBy> CURRENT = new ThreadLocal<>();

    private final @Nullable AnsweredBy outer;
    private @Nullable String backend;

    private AnsweredBy(@Nullable AnsweredBy outer) {
        this.outer = outer;
    }

    /** Begins to take down where the calls of this thread go, until it is closed. */
    public static AnsweredBy begin() {
        AnsweredBy begun = new AnsweredBy(CURRENT.get());
        CURRENT.set(begun);
        return begun;
    }

    /** For a backend that chooses: the {@link Backend#id} of the one it chose. Does nothing where nobody listens. */
    public static void tell(String backend) {
        AnsweredBy current = CURRENT.get();
        if (current != null) {
            current.backend = backend;
        }
    }

    /** The one that the last call went to; empty if no backend had a choice. */
    public Optional<String> backend() {
        return Optional.ofNullable(backend);
    }

    /** Ends it. */
    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
