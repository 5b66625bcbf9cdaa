// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.CallTimings;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Operation;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Times each call of a backend and tells listeners. A transaction is a call without its body: the lease of its connection,
 * its begin and its commit or rollback, of all its attempts. The calls inside it are told each, before it; what else the
 * host does there is in no event, so that a transaction that waits for its host is not taken for a slow query. A failure
 * that leaves the body is told by the call that had it, and not again by the transaction. A nested transaction is not told.
 */
public final class ObservedBackend extends DelegatingBackend {

    private static final Logger LOG = LoggerFactory.getLogger(ObservedBackend.class);

    private static final Origin TRANSACTION = new Origin("Backend", "inTransaction");

    private final List<CallListener> listeners;
    private final ThreadLocal<@Nullable ObservedBody<?, ?>> body = new ThreadLocal<>();

    private ObservedBackend(Backend delegate, List<CallListener> listeners) {
        super(delegate);
        this.listeners = List.copyOf(listeners);
    }

    /** The same backend with its calls told to listeners. */
    public static Backend observe(Backend backend, CallListener... listeners) {
        return new ObservedBackend(backend, List.of(listeners));
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return observe(read, read.kind(), List::size, () -> super.read(read));
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        RowCounter counter = new RowCounter();
        return observe(
                read,
                "stream",
                any -> counter.rows,
                () -> super.stream(read, rows -> function.apply(rows.peek(row -> counter.rows++))));
    }

    @Override
    public long count(Read<?> read) {
        return observe(read, "count", any -> 1, () -> super.count(read));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return observe(write, write.kind(), WriteResult::affected, () -> super.write(write));
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> inner) throws X {
        if (body.get() != null) {
            return super.inTransaction(options, inner);
        }
        StorageException failure = null;
        long begin = System.nanoTime();
        CallTimings timings = CallTimings.begin();
        ObservedBody<T, X> observed = new ObservedBody<>(inner, timings);
        body.set(observed);
        try {
            return super.inTransaction(options, observed);
        } catch (StorageException thrown) {
            failure = observed.hasThrown(thrown) ? null : thrown;
            throw thrown;
        } finally {
            body.remove();
            timings.close();
            tell(TRANSACTION, "transaction", "-", begin + observed.nanos(), timings, 0, failure);
        }
    }

    private <T> T observe(Operation operation, String kind, ToLongFunction<T> rows, Supplier<T> call) {
        long begin = System.nanoTime();
        try (CallTimings timings = CallTimings.begin()) {
            T result;
            try {
                result = call.get();
            } catch (StorageException failure) {
                tell(operation, kind, begin, timings, 0, failure);
                throw failure;
            } catch (RuntimeException | Error ofTheHost) {
                tell(operation, kind, begin, timings, 0, null);
                throw ofTheHost;
            }
            tell(operation, kind, begin, timings, rows.applyAsLong(result), null);
            return result;
        }
    }

    private void tell(
            Operation operation,
            String kind,
            long begin,
            CallTimings timings,
            long rows,
            @Nullable StorageException failure) {
        tell(operation.origin().withoutTenant(), kind, operation.table().getName(), begin, timings, rows, failure);
    }

    private void tell(
            Origin origin,
            String kind,
            String table,
            long begin,
            CallTimings timings,
            long rows,
            @Nullable StorageException failure) {
        CallEvent event = new CallEvent(
                id(),
                server(timings),
                origin,
                kind,
                table,
                Duration.ofNanos(System.nanoTime() - begin),
                timings.waiting(),
                timings.connecting(),
                timings.executing(),
                rows,
                Optional.ofNullable(failure),
                isCancelled(failure));
        for (CallListener listener : listeners) {
            tell(listener, event);
        }
    }

    /** A call inside a transaction goes where the transaction is. */
    private Optional<String> server(CallTimings timings) {
        ObservedBody<?, ?> around = body.get();
        return around == null ? timings.server() : timings.server().or(around::server);
    }

    /** An interrupt ends a wait or breaks a connection; any other failure is one of its own. */
    private static boolean isCancelled(@Nullable StorageException failure) {
        return (failure instanceof ConnectionFailureException || failure instanceof OutcomeUnknownException)
                && Thread.currentThread().isInterrupted();
    }

    private static void tell(CallListener listener, CallEvent event) {
        try {
            listener.finished(event);
        } catch (Exception | LinkageError failure) {
            // whatever a host's listener throws, checked exceptions of other languages and absent classes included
            LOG.warn("a call listener failed: {}", failure.getClass().getName());
        }
    }

    private static final class RowCounter {
        private long rows;
    }
}
