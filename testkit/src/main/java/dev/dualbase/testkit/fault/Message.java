// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Messages of PostgreSQL's protocol (version 3) that a {@link Moment} waits for. They are found on lines without TLS only; a
 * line that speaks something else has none. Immutable.
 */
public final class Message {
    private final Direction direction;
    private final Predicate<Frame> begin;
    private final Predicate<Frame> end;
    private final int number;
    private final String name;

    private Message(Direction direction, Predicate<Frame> begin, Predicate<Frame> end, int number, String name) {
        this.direction = direction;
        this.begin = begin;
        this.end = end;
        this.number = number;
        this.name = name;
    }

    private static Message of(Direction direction, Predicate<Frame> kind, String name) {
        return new Message(direction, kind, kind, 1, name);
    }

    /** Any message in this direction, those of the handshake included. */
    public static Message any(Direction direction) {
        return of(direction, frame -> true, "any message " + direction);
    }

    /** A message of the client by its type, such as {@code 'P'} for Parse or {@code 'X'} for Terminate. */
    public static Message fromClient(char type) {
        return of(Direction.TO_SERVER, frame -> frame.type() == type, "the client's message " + type);
    }

    /** A message of the server by its type, such as {@code 'D'} for a row or {@code 'Z'} for ReadyForQuery. */
    public static Message fromServer(char type) {
        return of(Direction.TO_CLIENT, frame -> frame.type() == type, "the server's message " + type);
    }

    /**
     * The request to execute a statement, also one that was prepared before. It begins with the message that makes the
     * server execute it, and ends with the one that makes it final (Sync, or the same one in the simple protocol).
     *
     * @param text what its SQL contains, in upper or lower case, such as {@code "insert into"} or {@code "commit"}
     */
    public static Message statement(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new Message(
                Direction.TO_SERVER,
                frame -> contains(frame.begun(), lower),
                frame -> contains(frame.completed(), lower),
                1,
                "the statement with \"" + text + '"');
    }

    /**
     * The server's word that a statement is done, CommandComplete.
     *
     * @param tag how it begins, in upper or lower case, such as {@code "COMMIT"} or {@code "INSERT"}; may be empty
     */
    public static Message answer(String tag) {
        return of(
                Direction.TO_CLIENT,
                frame -> frame.tag().regionMatches(true, 0, tag, 0, tag.length()) && frame.type() == Frame.COMPLETE,
                "the answer \"" + tag + '"');
    }

    /**
     * The same, but not before it is met this often, on all connections together, counted from the command on.
     *
     * @throws IllegalArgumentException if it is not 1 or more
     */
    public Message nth(int newNumber) {
        if (newNumber < 1) {
            throw new IllegalArgumentException("A message is the first one at least, not number " + newNumber);
        }
        return new Message(direction, begin, end, newNumber, name);
    }

    private static boolean contains(Iterable<String> statements, String lower) {
        for (String statement : statements) {
            if (statement.toLowerCase(Locale.ROOT).contains(lower)) {
                return true;
            }
        }
        return false;
    }

    Watch watch(boolean before) {
        return new MessageWatch(direction, before ? begin : end, number, before);
    }

    @Override
    public String toString() {
        return number == 1 ? name : name + ", number " + number;
    }
}
