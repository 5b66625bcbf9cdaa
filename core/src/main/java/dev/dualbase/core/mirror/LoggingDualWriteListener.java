// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each event, without values. */
final class LoggingDualWriteListener implements DualWriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(DualWriteBackend.class);

    @Override
    public void alarmed(DualWriteStats stats) {
        String what = stats.backlog() == 0
                ? "writes to the other side fail, and succeed later"
                : "the other side falls behind";
        LOG.warn("{}: {}", what, stats);
    }

    @Override
    public void recovered(DualWriteStats stats) {
        LOG.warn("the other side has caught up: {}", stats);
    }

    @Override
    public void rowFailed(RowFailure failure) {
        LOG.warn("on the other side {}", failure);
    }
}
