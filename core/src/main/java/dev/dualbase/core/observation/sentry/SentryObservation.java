// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.sentry;

import dev.dualbase.core.observation.CallListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Sentry of calls, where the host has {@code io.sentry:sentry} 8 on its class path and has initialised it.
 *
 * <ul>
 *   <li>A failure is one event, however many layers it passes, the host's own handlers included: Sentry drops what it has
 *       seen. It has the tags component, repository, operation, kind, table, backend, sqlstate and constraint, and is
 *       grouped by operation and SQLSTATE. Where the backend below retries, each attempt is a failure; observe the retrying
 *       backend to tell of the last one only.
 *   <li>A slow call is a message, once a minute for each operation.
 *   <li>Each call is a breadcrumb, and a span where a transaction is being traced.
 *   <li>A call that failed because its caller was interrupted is none of these but a breadcrumb.
 * </ul>
 *
 * <p>All of it is made of names and numbers; no value of a row is sent.
 */
public final class SentryObservation {

    private static final Logger LOG = LoggerFactory.getLogger(SentryObservation.class);

    private SentryObservation() {}

    /**
     * A listener for {@link dev.dualbase.core.observation.ObservedBackend}. Without Sentry on the class path it does nothing,
     * and says so once in the log; before Sentry is initialised it does nothing either.
     *
     * @param slow from which total on a call counts as slow
     */
    public static CallListener calls(Duration slow) {
        try {
            Class.forName("io.sentry.Sentry", false, SentryObservation.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            LOG.info("Sentry is not on the class path: nothing is sent");
            return event -> {};
        }
        return new SentryListener(slow);
    }
}
