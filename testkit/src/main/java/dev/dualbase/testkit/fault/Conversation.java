// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What both sides of a connection have agreed on so far, and the statements that the client has prepared. */
final class Conversation {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    private final Map<String, String> statements = new HashMap<>();
    private final Map<String, String> portals = new HashMap<>();
    private final List<String> executed = new ArrayList<>();
    private boolean started;
    private boolean replyDue;
    private boolean opaque;

    /** Encrypted, or another protocol. */
    boolean isOpaque() {
        return opaque;
    }

    void becomesOpaque() {
        opaque = true;
    }

    /** Whether the client's messages have types yet. */
    boolean isStarted() {
        return started;
    }

    /** Whether the server answers next with one letter, whether it will encrypt. */
    boolean isReplyDue() {
        return replyDue;
    }

    /** A message of the client from before its messages have types. */
    Frame start(ByteBuffer message) {
        int code = message.getInt(Integer.BYTES);
        replyDue = code == SSL_REQUEST || code == GSS_REQUEST;
        started = !replyDue;
        return Frame.plain(Frame.HANDSHAKE);
    }

    Frame reply(byte letter) {
        replyDue = false;
        opaque = letter == 'S' || letter == 'G';
        return Frame.plain(Frame.HANDSHAKE);
    }

    /** A message of the server. */
    static Frame answer(char type, ByteBuffer body) {
        return type == Frame.COMPLETE ? new Frame(type, List.of(), List.of(), text(body)) : Frame.plain(type);
    }

    /** A message of the client. */
    Frame request(char type, ByteBuffer body) {
        switch (type) {
            case 'P' -> statements.put(text(body), text(body));
            case 'B' -> portals.put(text(body), statements.getOrDefault(text(body), ""));
            case 'E' -> {
                String statement = portals.getOrDefault(text(body), "");
                executed.add(statement);
                return new Frame(type, List.of(statement), List.of(), "");
            }
            case 'S' -> {
                List<String> all = List.copyOf(executed);
                executed.clear();
                return new Frame(type, List.of(), all, "");
            }
            case 'Q' -> {
                List<String> statement = List.of(text(body));
                return new Frame(type, statement, statement, "");
            }
            default -> {
                // prepares and executes nothing
            }
        }
        return Frame.plain(type);
    }

    /** The next text of a message, which ends with a zero. */
    private static String text(ByteBuffer body) {
        int begin = body.position();
        int end = begin;
        while (end < body.limit() && body.get(end) != 0) {
            end++;
        }
        body.position(Math.min(end + 1, body.limit()));
        return new String(body.array(), body.arrayOffset() + begin, end - begin, UTF_8);
    }
}
