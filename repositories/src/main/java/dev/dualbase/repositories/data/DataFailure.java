// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import java.time.Instant;
import java.util.Optional;

/** The call failed. */
record DataFailure<T>(DataError failure, String operation, Instant timestamp, String backend)
        implements DataResponse<T> {

    @Override
    public boolean success() {
        return false;
    }

    @Override
    public Optional<T> data() {
        throw failure.exception();
    }

    @Override
    public Optional<DataError> error() {
        return Optional.of(failure);
    }

    @Override
    public Metadata metadata() {
        return Metadata.NONE;
    }

    @Override
    public String toString() {
        return operation + " on " + backend + " at " + timestamp + ": " + failure;
    }
}
