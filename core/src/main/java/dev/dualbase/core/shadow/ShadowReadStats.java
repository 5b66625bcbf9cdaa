// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

/**
 * What became of the reads that were chosen. Their sum is below {@code chosen} while some are waiting.
 *
 * @param chosen reads that were to be asked again
 * @param agreed the other side gave the same answer
 * @param differed it gave another, also when both were asked once more
 * @param unsettled the rows changed on the primary meanwhile: not known
 * @param onlyOtherFailed the other side failed, the primary did not
 * @param onlyPrimaryFailed the primary failed, the other side did not
 * @param bothFailed both failed, which is no agreement
 * @param dropped not asked, because the queue was full, the answer too long, or the wait over
 */
public record ShadowReadStats(
        long chosen,
        long agreed,
        long differed,
        long unsettled,
        long onlyOtherFailed,
        long onlyPrimaryFailed,
        long bothFailed,
        long dropped) {}
