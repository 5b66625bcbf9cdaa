// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each call, without values. */
final class LoggingListener implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dualbase.calls");

    private final Duration slow;

    LoggingListener(Duration slow) {
        this.slow = slow;
    }

    @Override
    public void finished(CallEvent event) {
        if (event.failure().isPresent()) {
            LOG.warn("{} failed: {}", describe(event), event.failure().get().getMessage());
        } else if (event.total().compareTo(slow) >= 0) {
            LOG.warn("slow: {}", describe(event));
        } else if (LOG.isDebugEnabled()) {
            LOG.debug("{}", describe(event));
        }
    }

    private static String describe(CallEvent event) {
        return event.origin() + " " + event.kind() + " " + event.table() + " on " + event.backend() + ": "
                + event.rows() + " rows in " + event.total().toMillis() + " ms (waiting "
                + event.waiting().toMillis() + ", connecting "
                + event.connecting().toMillis() + ", executing "
                + event.executing().toMillis() + ")";
    }
}
