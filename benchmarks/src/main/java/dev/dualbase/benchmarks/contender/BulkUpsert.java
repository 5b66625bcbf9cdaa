// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.contender;

import dev.dualbase.benchmarks.data.ClientChange;
import java.util.List;

/**
 * Stores many clients, or changes those whose keys exist, all or none.
 *
 * @param <R> the library's own type of a row to write
 */
public interface BulkUpsert<R> {

    /** The row to write as the library wants it. Not measured. */
    R prepare(ClientChange change);

    /** Writes all rows; each is new or exists. */
    void upsert(List<R> rows);
}
