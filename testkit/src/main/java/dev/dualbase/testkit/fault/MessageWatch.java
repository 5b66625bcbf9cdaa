// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.function.Predicate;

/** Waits for the n-th message of a kind. */
final class MessageWatch implements Watch {
    private final Direction direction;
    private final Predicate<Frame> kind;
    private final boolean before;
    private int missing;

    MessageWatch(Direction direction, Predicate<Frame> kind, int number, boolean before) {
        this.direction = direction;
        this.kind = kind;
        this.missing = number;
        this.before = before;
    }

    @Override
    public boolean needsWholeMessages(Direction wanted) {
        return wanted == direction;
    }

    @Override
    public int look(Flow flow, Piece piece) {
        Frame frame = piece.frame();
        if (frame == null || flow.direction() != direction || !kind.test(frame)) {
            return NOTHING;
        }
        missing--;
        if (missing > 0) {
            return NOTHING;
        }
        return before ? 0 : piece.bytes().length;
    }
}
