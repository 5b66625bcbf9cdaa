// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each call, without values. */
final class LoggingListener implements CallListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dualbase.calls");

    private final Supplier<CallLogging> settings;

    LoggingListener(Supplier<CallLogging> settings) {
        this.settings = settings;
    }

    @Override
    public void finished(CallEvent event) {
        CallLogging now = settings.get();
        if (event.cancelled()) {
            debug(now, "{} cancelled by its caller", event);
        } else if (event.failure().isPresent()) {
            LOG.warn("{} failed: {}", describe(event), event.failure().get().getMessage());
        } else if (event.total().compareTo(now.slow()) >= 0) {
            LOG.warn("slow: {}", describe(event));
        } else {
            debug(now, "{}", event);
        }
    }

    private static void debug(CallLogging now, String what, CallEvent event) {
        if (now.everyCall() && LOG.isDebugEnabled()) {
            LOG.debug(what, describe(event));
        }
    }

    private static String describe(CallEvent event) {
        return event.origin() + " " + event.kind() + " " + event.table() + " on " + event.backend()
                + server(event) + ": " + event.rows() + " rows in "
                + event.total().toMillis() + " ms (waiting "
                + event.waiting().toMillis() + ", connecting "
                + event.connecting().toMillis() + ", executing "
                + event.executing().toMillis() + ")";
    }

    private static String server(CallEvent event) {
        return event.server()
                .filter(name -> !name.equals(event.backend()))
                .map(name -> " by " + name)
                .orElse("");
    }
}
