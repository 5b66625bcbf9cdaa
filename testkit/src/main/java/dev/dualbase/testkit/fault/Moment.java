// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.function.Supplier;

/** When a {@link Fault} strikes. Immutable; it counts from the command on, over all connections together. */
public final class Moment {
    private final Supplier<Watch> watch;
    private final String name;

    private Moment(Supplier<Watch> watch, String name) {
        this.watch = watch;
        this.name = name;
    }

    /**
     * When so many more bytes have passed, and not one more. With 0 it is the next time that bytes come.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public static Moment afterBytes(long count, Direction direction) {
        if (count < 0) {
            throw new IllegalArgumentException("A count of bytes is not negative: " + count);
        }
        return new Moment(() -> new ByteWatch(direction, count), "after " + count + " bytes " + direction);
    }

    /** When a message is about to pass. It does not. */
    public static Moment before(Message message) {
        return new Moment(() -> message.watch(true), "before " + message);
    }

    /** When a message has passed, and nothing after it. */
    public static Moment after(Message message) {
        return new Moment(() -> message.watch(false), "after " + message);
    }

    /**
     * When a text is about to pass, in any protocol without encryption, such as {@code "HTTP/1.1 201"}. A beginning of it
     * that came in a packet of its own has passed then.
     *
     * @throws IllegalArgumentException if the text is empty
     */
    public static Moment beforeText(String text, Direction direction) {
        return text(text, direction, true);
    }

    /**
     * When a text has passed, and nothing after it.
     *
     * @throws IllegalArgumentException if the text is empty
     */
    public static Moment afterText(String text, Direction direction) {
        return text(text, direction, false);
    }

    private static Moment text(String text, Direction direction, boolean before) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A moment needs a text that is not empty");
        }
        return new Moment(
                () -> new TextWatch(direction, text, before),
                (before ? "before \"" : "after \"") + text + "\" " + direction);
    }

    Watch watch() {
        return watch.get();
    }

    @Override
    public String toString() {
        return name;
    }
}
