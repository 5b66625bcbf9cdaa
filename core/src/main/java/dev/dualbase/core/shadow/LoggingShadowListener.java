// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each difference, without values. */
final class LoggingShadowListener implements ShadowListener {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowReadBackend.class);

    @Override
    public void differed(ShadowDifference difference) {
        LOG.warn("shadow read: {}", difference);
    }
}
