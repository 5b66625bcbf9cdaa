// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import java.time.Instant;
import java.util.Optional;

/** The call did what it is for. */
record DataSuccess<T>(Optional<T> data, Metadata metadata, String operation, Instant timestamp, String backend)
        implements DataResponse<T> {

    @Override
    public boolean success() {
        return true;
    }

    @Override
    public Optional<DataError> error() {
        return Optional.empty();
    }

    @Override
    public String toString() {
        return operation + " on " + backend + " at " + timestamp + ": success, " + metadata.rows() + " rows";
    }
}
