// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Operation;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.UnsupportedCapabilityException;

/** The one backend that a transaction runs on, with the routes as they were when it began. */
record BoundTransaction(String name, Routes routes, boolean goesWithReads) {

    Backend backend() {
        return routes.backend(name);
    }

    /**
     * The backend, for an operation that belongs there.
     *
     * @throws UnsupportedCapabilityException if the operation goes to another one
     */
    Backend forOperation(Operation operation) {
        String home = goesWithReads ? routes.reader(operation) : routes.writer(operation);
        if (!home.equals(name)) {
            throw new UnsupportedCapabilityException(
                    "the transaction runs on backend " + name + ", and " + operation.origin() + " goes to " + home
                            + ": route both alike, or begin it with TransactionOptions.about(..) an operation of that"
                            + " backend",
                    new ErrorInfo(null, operation.table().getName(), null, null, null),
                    null);
        }
        return backend();
    }
}
