// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from the next backend where one is out. An outage is logged when it begins and when it is over. */
final class ReadFallback {

    private static final Logger LOG = LoggerFactory.getLogger(RoutingBackend.class);

    private final Set<String> out = ConcurrentHashMap.newKeySet();

    /**
     * Asks the first backend, and the next one after an outage.
     *
     * @param mayGoOn whether the next one may still be asked
     * @throws StorageException what the first one threw, with what the others threw suppressed in it
     */
    <T> T read(List<String> backends, BooleanSupplier mayGoOn, Function<String, T> ask) {
        try {
            T answer = ask.apply(backends.get(0));
            over(backends.get(0));
            return answer;
        } catch (ConnectionFailureException outage) {
            List<String> others = backends.subList(1, backends.size());
            if (others.isEmpty() || !mayGoOn.getAsBoolean()) {
                throw outage;
            }
            begun(backends.get(0), others);
            try {
                return read(others, mayGoOn, ask);
            } catch (StorageException alsoFailed) {
                outage.addSuppressed(alsoFailed);
                throw outage;
            }
        }
    }

    private void begun(String backend, List<String> others) {
        if (out.add(backend)) {
            LOG.warn("backend {} is out: reads that may go to {} go there", backend, others);
        }
    }

    private void over(String backend) {
        if (!out.isEmpty() && out.remove(backend)) {
            LOG.info("backend {} answers again", backend);
        }
    }
}
