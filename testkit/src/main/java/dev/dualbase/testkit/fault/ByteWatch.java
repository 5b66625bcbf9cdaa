// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** Waits until so many bytes have passed, on all connections together. */
final class ByteWatch implements Watch {
    private final Direction direction;
    private long missing;

    ByteWatch(Direction direction, long count) {
        this.direction = direction;
        this.missing = count;
    }

    @Override
    public int look(Flow flow, Piece piece) {
        if (flow.direction() != direction) {
            return NOTHING;
        }
        int length = piece.bytes().length;
        if (length >= missing) {
            return Math.toIntExact(missing);
        }
        missing -= length;
        return NOTHING;
    }
}
