// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingBackendBuilder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backend that follows the flags while a service runs. A change waits until the writes and transactions under way are
 * over, and counts as a whole: see {@link RoutingBackend#apply}. Where they take too long, it is tried again.
 */
public final class BackendSwitch implements AutoCloseable {

    private static final Logger CALLS = LoggerFactory.getLogger("dev.dualbase.calls");

    private final FlagWatch<BackendFlags> flags;
    private final RoutingBackend routing;

    private BackendSwitch(FlagWatch<BackendFlags> flags, RoutingBackend routing) {
        this.flags = flags;
        this.routing = routing;
    }

    /**
     * Starts to follow flags.
     *
     * @param flags what {@link BackendFlags#watch} gave; closed together with this
     * @param backends the backends by the names of {@link Side#backend()} and {@link Side#mirrored()}; closed together with
     *     this
     * @throws dev.dualbase.core.error.InvalidValueException naming the backends that the flags ask for and that are missing
     */
    public static BackendSwitch open(FlagWatch<BackendFlags> flags, Map<String, Backend> backends) {
        RoutingBackendBuilder builder =
                RoutingBackend.builder("salon", flags.current().plan()).tenants(BackendFlags.tenants());
        backends.forEach((name, backend) ->
                builder.backend(name, ObservedBackend.observe(backend, event -> logIfWanted(flags, name, event))));
        RoutingBackend routing = builder.build();
        flags.follow(now -> routing.apply(now.plan()));
        return new BackendSwitch(flags, routing);
    }

    private static void logIfWanted(FlagWatch<BackendFlags> flags, String backend, CallEvent event) {
        if (flags.current().logDatabaseCalls()) {
            CALLS.info(
                    "{} {} {} on {}: {} rows in {} ms{}",
                    event.origin(),
                    event.kind(),
                    event.table(),
                    backend,
                    event.rows(),
                    event.total().toMillis(),
                    event.failure()
                            .map(failure -> ", failed: " + failure.getMessage())
                            .orElse(""));
        }
    }

    /** The backend for repositories. */
    public Backend backend() {
        return routing;
    }

    /** What the flags say now. */
    public BackendFlags flags() {
        return flags.current();
    }

    /** Stops to follow the flags, and closes all backends. */
    @Override
    public void close() {
        flags.close();
        routing.close();
    }
}
