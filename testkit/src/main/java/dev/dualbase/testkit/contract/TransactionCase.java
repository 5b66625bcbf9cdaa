// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.repository.BaseRepository;

/** What the cases on transactions have in common. */
interface TransactionCase extends ContractCase {
    default BaseRepository<ItemRecord> repository() {
        return items().repository();
    }

    default void transactional(Body body) throws Exception {
        given(Capability.TRANSACTIONS, body);
    }

    default void storeAndFail(String code) {
        items().store(code);
        throw new HostException();
    }

    /** What a host throws in the middle of its work. */
    final class HostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
