// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

/** What became of one read that was to be asked again. */
enum ShadowOutcome {
    AGREED,
    DIFFERED,
    UNSETTLED,
    ONLY_OTHER_FAILED,
    ONLY_PRIMARY_FAILED,
    BOTH_FAILED,
    DROPPED
}
