// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

final class LoggingPoolListener implements PoolListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dualbase.pool");

    @Override
    public void starved(String backend, PoolStats stats, PoolPeriod period) {
        LOG.warn(
                "callers of {} wait for one of its {} connections: up to {} at once, up to {} ms, {} in vain",
                backend,
                stats.maximum(),
                period.mostWaiting(),
                period.longestWait().toMillis(),
                period.inVain());
    }
}
