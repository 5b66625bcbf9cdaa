// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.StorageException;
import java.util.Optional;

/**
 * A row that could not be stored. Where rows with the same key were merged, each of them is reported.
 *
 * @param index its place in the list that was given, from 0
 * @param failure why
 */
public record BadRow(int index, StorageException failure) {

    /** The SQLSTATE of the failure. */
    public Optional<String> sqlState() {
        return failure.sqlState();
    }

    /** The violated constraint. */
    public Optional<String> constraint() {
        return failure.constraint();
    }
}
