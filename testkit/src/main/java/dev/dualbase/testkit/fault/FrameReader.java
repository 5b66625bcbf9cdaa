// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits what one side says into messages. */
final class FrameReader {
    private static final int UNKNOWN = -1;
    private static final int HEADER = 1 + Integer.BYTES;

    /** As PostgreSQL's own limit. */
    private static final int LONGEST_START = 10_000;

    private final Conversation conversation;
    private final Direction direction;
    private byte[] begun = {};
    private int passed;

    FrameReader(Conversation conversation, Direction direction) {
        this.conversation = conversation;
        this.direction = direction;
    }

    /** Splits; with {@code whole} the beginning of a message waits inside for the rest of it. */
    List<Piece> split(byte[] arrived, boolean whole) {
        byte[] all = Arrays.copyOf(begun, begun.length + arrived.length);
        System.arraycopy(arrived, 0, all, begun.length, arrived.length);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int length = lengthAt(all, from);
        while (length != UNKNOWN && length <= all.length - from) {
            Frame frame = frame(ByteBuffer.wrap(all, from, length).slice());
            pieces.add(new Piece(Arrays.copyOfRange(all, from + passed, from + length), passed == 0 ? frame : null));
            passed = 0;
            from += length;
            length = lengthAt(all, from);
        }
        begun = Arrays.copyOfRange(all, from, all.length);
        if (!whole || conversation.isOpaque()) {
            pieces.addAll(rest());
        }
        return pieces;
    }

    /** What waits inside. */
    List<Piece> rest() {
        if (passed == begun.length) {
            return List.of();
        }
        Piece piece = new Piece(Arrays.copyOfRange(begun, passed, begun.length), null);
        passed = begun.length;
        if (conversation.isOpaque()) {
            begun = new byte[0];
            passed = 0;
        }
        return List.of(piece);
    }

    private int lengthAt(byte[] all, int from) {
        int there = all.length - from;
        if (there == 0 || conversation.isOpaque()) {
            return UNKNOWN;
        }
        ByteBuffer bytes = ByteBuffer.wrap(all);
        if (isReply(all[from])) {
            return 1;
        }
        if (isStart()) {
            return there < Integer.BYTES ? UNKNOWN : checked(bytes.getInt(from), 2 * Integer.BYTES, LONGEST_START);
        }
        return there < HEADER ? UNKNOWN : checked(1 + bytes.getInt(from + 1), HEADER, Integer.MAX_VALUE);
    }

    private int checked(int length, int shortest, int longest) {
        if (length < shortest || length > longest) {
            conversation.becomesOpaque();
            return UNKNOWN;
        }
        return length;
    }

    private boolean isReply(byte letter) {
        return direction == Direction.TO_CLIENT && conversation.isReplyDue() && letter != 'E';
    }

    private boolean isStart() {
        return direction == Direction.TO_SERVER && !conversation.isStarted();
    }

    private Frame frame(ByteBuffer message) {
        if (isStart()) {
            return conversation.start(message);
        }
        if (isReply(message.get(0))) {
            return conversation.reply(message.get(0));
        }
        char type = (char) message.get(0);
        ByteBuffer body = message.position(HEADER);
        return direction == Direction.TO_SERVER ? conversation.request(type, body) : Conversation.answer(type, body);
    }
}
