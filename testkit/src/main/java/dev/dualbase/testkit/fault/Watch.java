// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** Looks at all that is about to pass, for its moment. */
interface Watch {
    int NOTHING = -1;

    /** Whether it cannot decide on a part of a message. */
    default boolean needsWholeMessages(Direction direction) {
        return false;
    }

    /** How many bytes of the piece pass before the moment; {@link #NOTHING} if it is not in there. */
    int look(Flow flow, Piece piece);
}
