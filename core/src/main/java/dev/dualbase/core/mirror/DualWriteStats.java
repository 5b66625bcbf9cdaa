// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.time.Duration;

/**
 * How equal both sides are. The first three count in this process since it opened the backend; the next three are of the
 * primary, all processes together, as of a second ago.
 *
 * @param writes rows that were written on the primary and noted
 * @param mirrored rows carried over to the other side; several writes of one row may be carried over at once
 * @param failed attempts that failed
 * @param backlog notes that are not carried over yet
 * @param failing those of them that failed before
 * @param oldestAge the age of the oldest note, zero without one
 * @param divergenceRate how much of what was tried within the window failed, from 0 to 1
 */
public record DualWriteStats(
        long writes,
        long mirrored,
        long failed,
        long backlog,
        long failing,
        Duration oldestAge,
        double divergenceRate) {}
