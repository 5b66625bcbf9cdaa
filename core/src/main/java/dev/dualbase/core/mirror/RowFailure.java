// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.StorageException;
import java.util.List;

/**
 * A row that the other side does not take. It stays in the record and is tried again, more and more rarely.
 *
 * @param table the table
 * @param keyColumns the columns of its primary key
 * @param attempts how often it was tried
 * @param why the last failure
 * @param sensitiveKey the values of the key: data, which {@link #toString()} leaves out
 */
public record RowFailure(
        String table, List<String> keyColumns, int attempts, StorageException why, List<String> sensitiveKey) {

    /** Copies the lists. */
    public RowFailure {
        keyColumns = List.copyOf(keyColumns);
        sensitiveKey = List.copyOf(sensitiveKey);
    }

    /** Names and numbers only. */
    @Override
    public String toString() {
        return "a row of " + table + " (by " + String.join(", ", keyColumns) + ") failed " + attempts + " times: "
                + why.getMessage();
    }
}
