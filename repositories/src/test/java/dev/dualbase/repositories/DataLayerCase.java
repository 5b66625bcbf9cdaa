// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import java.util.Optional;

/** What the cases of the data layer work with. Two salons are there before each case, and no rows of theirs. */
interface DataLayerCase {

    /** The backend under test. */
    Backend backend();

    /** One of the same kind whose server does not answer. */
    Backend dead();

    /** SQL past the library. */
    PlainSql sql();

    /** Remembers that the backend, lacking a capability, refuses what the case is about. */
    void refuses(Capability capability);

    default DataLayer data() {
        return new DataLayer(backend(), CLOCK);
    }

    default DataLayer deadData() {
        return new DataLayer(dead(), CLOCK);
    }

    /**
     * What a batch did whose rows set different columns. A backend that cannot store one has to say so, and what helps; then
     * this is empty.
     */
    default Optional<BulkResult> mixed(DataResponse<BulkResult> response) {
        if (backend().capabilities().supports(Capability.ATOMIC_MIXED_BULK)) {
            return Optional.of(response.orThrow());
        }
        assertThat(response.success()).isFalse();
        assertThat(response.error().orElseThrow().exception()).isInstanceOf(UnsupportedCapabilityException.class);
        assertThat(response.error().orElseThrow().message()).contains("dualbase-supabase-adapter");
        refuses(Capability.ATOMIC_MIXED_BULK);
        return Optional.empty();
    }
}
