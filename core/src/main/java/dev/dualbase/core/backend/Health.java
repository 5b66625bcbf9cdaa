// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.Optional;

/**
 * How a backend is. Asking never throws: what would be thrown is part of the answer.
 *
 * @param latency how long the answer took
 * @param serverVersion the version the server gave, empty if it could not be asked
 * @param pool its connections, if it has a pool
 * @param failure why it could not be asked, empty if it is well
 */
public record Health(
        Duration latency,
        Optional<String> serverVersion,
        Optional<PoolStats> pool,
        Optional<StorageException> failure) {

    /** Whether the server answered. */
    public boolean reachable() {
        return failure.isEmpty();
    }
}
