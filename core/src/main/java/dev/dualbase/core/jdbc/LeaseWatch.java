// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of connections that are kept for too long, with the stack of who keeps them. A lease ends in the thread that began
 * it, so the stack still has the line that acquired the connection when the warning is due; HikariCP takes the stack at each
 * lease, which costs as much as a quick query's own work in the driver.
 */
final class LeaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dualbase.pool");
    private static final int LOOKS_PER_THRESHOLD = 4;

    private final String id;
    private final Duration threshold;
    private final Map<Connection, Lease> leases = new ConcurrentHashMap<>();

    /** Watches the connections of a backend; a threshold of zero is for never. */
    LeaseWatch(String id, Duration threshold) {
        this.id = id;
        this.threshold = threshold;
    }

    /** Looks from time to time, until the executor ends. */
    void start(ScheduledExecutorService executor) {
        if (!threshold.isZero()) {
            long pause = threshold.toMillis() / LOOKS_PER_THRESHOLD;
            executor.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    void begin(Connection connection) {
        if (!threshold.isZero()) {
            leases.put(connection, new Lease(Thread.currentThread(), System.nanoTime()));
        }
    }

    void end(Connection connection) {
        Lease lease = leases.remove(connection);
        if (lease != null && lease.told) {
            LOG.info("a connection of {} that was kept for {} ms came back", id, lease.millis());
        }
    }

    private void look() {
        leases.values().stream()
                .filter(lease -> !lease.told && lease.millis() >= threshold.toMillis())
                .forEach(this::tell);
    }

    private void tell(Lease lease) {
        lease.told = true;
        Throwable place = new Throwable("where the connection is kept");
        place.setStackTrace(lease.holder.getStackTrace());
        LOG.warn(
                "a connection of {} has been in use for {} ms by {}",
                id,
                lease.millis(),
                lease.holder.getName(),
                place);
    }

    private static final class Lease {
        private final Thread holder;
        private final long begin;
        private volatile boolean told;

        Lease(Thread holder, long begin) {
            this.holder = holder;
            this.begin = begin;
        }

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        }
    }
}
