// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Transactions that hold writes only. What a thread writes while the body runs is checked and kept, and sent in one request
 * when the body has ended.
 */
final class WriteOnlyTransactions {

    private final ProgramSender sender;
    private final ThreadLocal<@Nullable WriteQueue> current = new ThreadLocal<>();

    WriteOnlyTransactions(ProgramSender sender) {
        this.sender = sender;
    }

    /** Whether this thread is in a transaction. */
    boolean isActive() {
        return current.get() != null;
    }

    /**
     * Runs a body. Nested, it joins: if it throws, what it wrote is dropped, and the rest is sent if the outer body goes on.
     *
     * @throws UnsupportedCapabilityException for options that one request cannot keep
     */
    <T, X extends Exception> T run(TransactionOptions options, TransactionBody<T, X> body) throws X {
        WriteQueue outer = current.get();
        if (outer != null) {
            return nested(outer, body);
        }
        requirePossible(options);
        return options.retry().run(() -> outermost(options, body));
    }

    /**
     * Keeps a write for the end of the transaction.
     *
     * @throws UnsupportedCapabilityException if its answer would decide something, and so cannot wait
     */
    <R extends Record> WriteResult<R> write(Write<R> write) {
        WriteQueue queue = Objects.requireNonNull(current.get(), "a write is kept in a transaction only");
        requireWithoutAnswer(write);
        return queue.add(ProgramWrite.of(write));
    }

    private <T, X extends Exception> T outermost(TransactionOptions options, TransactionBody<T, X> body) throws X {
        long begin = System.nanoTime();
        WriteQueue queue = new WriteQueue();
        T result;
        current.set(queue);
        try {
            result = body.run();
        } finally {
            current.remove();
        }
        Optional<Duration> left = options.timeout().map(timeout -> left(timeout, begin));
        if (queue.size() > 0) {
            WriteProgram program = queue.program();
            queue.complete(program.results(sender.send(program, left)));
        }
        return result;
    }

    private static <T, X extends Exception> T nested(WriteQueue queue, TransactionBody<T, X> body) throws X {
        int before = queue.size();
        boolean done = false;
        try {
            T result = body.run();
            done = true;
            return result;
        } finally {
            if (!done) {
                queue.cutTo(before);
            }
        }
    }

    private static Duration left(Duration timeout, long beginNanos) {
        Duration left = timeout.minusNanos(System.nanoTime() - beginNanos);
        if (left.toMillis() < 1) {
            throw new QueryTimeoutException("the transaction ran out of its time");
        }
        return left;
    }

    private static void requirePossible(TransactionOptions options) {
        if (options.isolation() != Isolation.READ_COMMITTED) {
            throw new UnsupportedCapabilityException("a transaction sent as one request is READ_COMMITTED; isolation "
                    + options.isolation() + " needs a backend with " + Capability.TRANSACTIONS);
        }
        if (options.readOnly()) {
            throw new UnsupportedCapabilityException("a transaction sent as one request holds writes only; readOnly"
                    + " needs a backend with " + Capability.TRANSACTIONS);
        }
    }

    private static void requireWithoutAnswer(Write<?> write) {
        if (write instanceof Write.Update<?> update && update.returning()) {
            throw refuse(write, "returns the rows it changed");
        } else if (write instanceof Write.Insert<?> insert && insert.absentBy().isPresent()) {
            throw refuse(write, "tells which rows were absent");
        } else if (write instanceof Write.Upsert<?> upsert && upsert.options().isolatesBadRows()) {
            throw refuse(write, "isolates bad rows");
        }
    }

    private static UnsupportedCapabilityException refuse(Write<?> write, String what) {
        return new UnsupportedCapabilityException(
                "the writes of this transaction are sent at its end; an " + write.kind() + " that " + what
                        + " needs a backend with " + Capability.TRANSACTIONS + ", or has to stand outside of it",
                new ErrorInfo(null, write.table().getName(), null, null, null),
                null);
    }
}
