// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.StorageException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jooq.Record;

/**
 * Asks another backend a share of the reads and counts of the first, and compares the answers. The caller has its answer
 * before that, and notices nothing of it: a read is put into a bounded queue or dropped, daemon threads do the rest, and
 * what fails there is counted. That both sides fail is no agreement.
 *
 * <p>Rows are compared column by column and in order. When they differ, both sides are asked once more a little later:
 * rows that were changed just then, or are on their way to the other side, are no difference. That asks the primary twice
 * for each difference, and not otherwise.
 *
 * <p>Reads inside a transaction are left out, because only the transaction sees what it has changed, and so are streams,
 * because they may be of any length. How long the other side may work on a read is up to its own timeouts; while it takes
 * long, the queue is full and reads are dropped.
 *
 * <p>Closing it closes the first backend, and not the other.
 */
public final class ShadowReadBackend extends DelegatingBackend {

    private final Backend other;
    private final ShadowReadOptions options;
    private final ShadowCounters counters = new ShadowCounters();
    private final ShadowReport report;
    private final ThreadPoolExecutor threads;
    private final ThreadLocal<Integer> transactions = ThreadLocal.withInitial(() -> 0);

    private ShadowReadBackend(Backend primary, Backend other, ShadowReadOptions options) {
        super(primary);
        this.other = other;
        this.options = options;
        this.report = new ShadowReport(counters, options.listener());
        this.threads = new ThreadPoolExecutor(
                options.threads(),
                options.threads(),
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(options.queue()),
                task -> thread(task, other));
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task, Backend other) {
        Thread thread = new Thread(task, "dualbase-shadow-" + other.id());
        thread.setDaemon(true);
        return thread;
    }

    /** The first backend, with a share of its reads asked of the other too. */
    public static ShadowReadBackend around(Backend primary, Backend other, ShadowReadOptions options) {
        return new ShadowReadBackend(primary, other, options);
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        if (!chosen()) {
            return super.read(read);
        }
        List<R> rows = answer(read, false, () -> super.read(read));
        if (rows.size() > options.maxRows()) {
            counters.count(ShadowOutcome.DROPPED);
        } else {
            submit(read, ShadowAnswer.of(rows, options.compared(read)), false);
        }
        return rows;
    }

    @Override
    public long count(Read<?> read) {
        if (!chosen()) {
            return super.count(read);
        }
        long rows = answer(read, true, () -> super.count(read));
        submit(read, ShadowAnswer.of(rows), true);
        return rows;
    }

    private <T> T answer(Read<?> read, boolean count, Supplier<T> call) {
        counters.chosen();
        try {
            return call.get();
        } catch (StorageException failure) {
            submit(read, ShadowAnswer.failure(), count);
            throw failure;
        }
    }

    private boolean chosen() {
        int percent = transactions.get() > 0 ? 0 : percent();
        return percent > 0 && (percent >= 100 || ThreadLocalRandom.current().nextInt(100) < percent);
    }

    /** A switch that fails is off: the caller must not notice. */
    private int percent() {
        try {
            return options.percent().getAsInt();
        } catch (RuntimeException unreadable) {
            return 0;
        }
    }

    private void submit(Read<?> read, ShadowAnswer given, boolean count) {
        try {
            threads.execute(new ShadowRead(delegate(), other, read, given, count, options, report));
        } catch (RejectedExecutionException | OutOfMemoryError full) {
            // an OutOfMemoryError says that no thread could be started
            counters.count(ShadowOutcome.DROPPED);
        }
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions transaction, TransactionBody<T, X> body)
            throws X {
        int depth = transactions.get();
        transactions.set(depth + 1);
        try {
            return super.inTransaction(transaction, body);
        } finally {
            if (depth == 0) {
                transactions.remove();
            } else {
                transactions.set(depth);
            }
        }
    }

    /** What became of the reads that were chosen. */
    public ShadowReadStats stats() {
        return counters.stats();
    }

    /** Drops what waits, and closes the first backend. */
    @Override
    public void close() {
        threads.shutdownNow();
        super.close();
    }
}
