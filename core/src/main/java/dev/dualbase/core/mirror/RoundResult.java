// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import dev.dualbase.core.error.StorageException;
import java.util.List;
import java.util.Optional;

/**
 * What a round of the replay did.
 *
 * @param found lines that were due
 * @param rows how many rows they are of
 * @param carried rows that are equal now
 * @param failed attempts that failed
 * @param refused rows that were put off
 * @param away why the other side could not be reached, empty if it could
 */
record RoundResult(
        int found, int rows, long carried, long failed, List<RowFailure> refused, Optional<StorageException> away) {}
