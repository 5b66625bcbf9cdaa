// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.data;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import java.util.Optional;

/**
 * Why a call of the data layer failed. It holds names and no value of a row, but for what the exception keeps apart in
 * {@link StorageException#sensitiveDetail()}.
 *
 * @param exception what a repository would have thrown
 * @param field the part of the input that was refused, by the names of parameters and columns, such as
 *     {@code clients[3].phone}; empty if the input was fine and the storage failed
 */
public record DataError(StorageException exception, Optional<String> field) {

    static DataError ofStorage(StorageException failure) {
        return new DataError(failure, Optional.empty());
    }

    static DataError ofInput(String field, InvalidValueException refusal) {
        return new DataError(refusal, Optional.of(field));
    }

    /** The kind of failure, by the name of its exception, such as {@code ConnectionFailureException}. */
    public String type() {
        return exception.getClass().getSimpleName();
    }

    /** The SQLSTATE, where there is one. */
    public Optional<String> sqlState() {
        return exception.sqlState();
    }

    /** What is wrong, in words. */
    public String message() {
        return String.valueOf(exception.getMessage());
    }

    /** Kind and words. */
    @Override
    public String toString() {
        return type() + ": " + message();
    }
}
