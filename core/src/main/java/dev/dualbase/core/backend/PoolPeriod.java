// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import java.time.Duration;
import java.time.Instant;

/**
 * What a pool has been through in ten seconds.
 *
 * @param begin when they began
 * @param leases how often a caller asked for a connection
 * @param inVain how many of them got none in time
 * @param mostActive the most connections that were in use at once
 * @param mostWaiting the most callers that waited at once
 * @param waited how long all callers together waited for a free connection; opening one is not waiting
 * @param longestWait the longest of these waits
 */
public record PoolPeriod(
        Instant begin,
        int leases,
        int inVain,
        int mostActive,
        int mostWaiting,
        Duration waited,
        Duration longestWait) {}
