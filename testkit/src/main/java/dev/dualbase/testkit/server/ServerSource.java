// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.ServerRefusedException;

/** Starts a server, or finds one, or says why not. */
@FunctionalInterface
interface ServerSource {
    /**
     * Returns a server that accepts connections.
     *
     * @throws ServerRefusedException if this machine has none of this kind
     */
    Endpoint start() throws ServerRefusedException;
}
