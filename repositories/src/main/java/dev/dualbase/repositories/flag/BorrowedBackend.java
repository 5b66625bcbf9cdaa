// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;

/** A backend that is closed by somebody else, because several use it. */
final class BorrowedBackend extends DelegatingBackend {

    BorrowedBackend(Backend backend) {
        super(backend);
    }

    @Override
    public void close() {}
}
