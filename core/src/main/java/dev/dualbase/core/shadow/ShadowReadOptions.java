// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.error.InvalidValueException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import org.jooq.Field;

/**
 * How a {@link ShadowReadBackend} works.
 *
 * @param percent how many of 100 reads are asked again, read at run time; 0 or less for none, 100 or more for all
 * @param queue how many reads may wait, 1 or more
 * @param threads how many are asked at once, 1 or more
 * @param limit how old an answer of the primary may be when the other side is asked for it
 * @param settle how long to wait before a difference is looked at again, zero for not at all
 * @param maxRows answers of more rows are not compared
 * @param ignored columns that are not compared, such as one that a trigger of the other side sets
 * @param listener who is told of differences
 */
public record ShadowReadOptions(
        IntSupplier percent,
        int queue,
        int threads,
        Duration limit,
        Duration settle,
        int maxRows,
        List<Field<?>> ignored,
        ShadowListener listener) {

    /** Refuses a queue or threads under 1, and negative times. */
    public ShadowReadOptions {
        ignored = List.copyOf(ignored);
        if (queue < 1 || threads < 1) {
            throw new InvalidValueException("shadow reads: queue and threads are at least 1");
        }
        if (limit.isNegative() || settle.isNegative()) {
            throw new InvalidValueException("shadow reads: limit and settle are not negative");
        }
    }

    /**
     * A share of the reads, by one thread, with 100 waiting for 2 seconds at most; a difference is looked at again after 200
     * ms, answers of more than 1,000 rows are left out, and differences go to the log.
     */
    public static ShadowReadOptions percent(IntSupplier percent) {
        return new ShadowReadOptions(
                percent,
                100,
                1,
                Duration.ofSeconds(2),
                Duration.ofMillis(200),
                1000,
                List.of(),
                ShadowListener.logging());
    }

    /** The same with other bounds. */
    public ShadowReadOptions within(int newQueue, int newThreads, Duration newLimit) {
        return new ShadowReadOptions(percent, newQueue, newThreads, newLimit, settle, maxRows, ignored, listener);
    }

    /** The same with another wait before a difference is looked at again. */
    public ShadowReadOptions settlingFor(Duration newSettle) {
        return new ShadowReadOptions(percent, queue, threads, limit, newSettle, maxRows, ignored, listener);
    }

    /** The same with another listener. */
    public ShadowReadOptions tellingTo(ShadowListener newListener) {
        return new ShadowReadOptions(percent, queue, threads, limit, settle, maxRows, ignored, newListener);
    }

    /**
     * The same without comparing these columns: for all tables together, each call in place of the one before. A read that
     * filters or sorts by such a column, and a count of that kind, may differ nevertheless.
     */
    public ShadowReadOptions ignoring(Field<?>... columns) {
        return new ShadowReadOptions(percent, queue, threads, limit, settle, maxRows, List.of(columns), listener);
    }

    /** The columns of a read that are compared. */
    List<Field<?>> compared(Read<?> read) {
        return read.columns().stream()
                .filter(column -> !ignored.contains(column))
                .toList();
    }
}
