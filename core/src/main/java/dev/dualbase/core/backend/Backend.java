// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.core.schema.LiveTable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;

/**
 * A place where data is kept. The same call gives the same rows, the same order and the same exception on each backend;
 * what only some can do is named by {@link Capability}. Everything that cuts across (timing, retry, routing) is a backend
 * around a backend.
 *
 * <p>A backend is safe for use by any number of threads. All operations throw
 * {@link dev.dualbase.core.error.StorageException} only.
 */
public interface Backend extends AutoCloseable {

    /** A short name for logs and metrics, such as {@code timeweb}. */
    String id();

    /** What this backend can do. */
    Capabilities capabilities();

    /** The rows of a read, in its order. */
    <R extends Record> List<R> read(Read<R> read);

    /**
     * Hands the rows of a read to a function one by one, in constant memory. The stream ends with the function. Inside a
     * transaction it sees what the transaction sees.
     */
    <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function);

    /** How many rows a read would give without its limit. */
    long count(Read<?> read);

    /** Carries out a change, all of it or nothing, unless its options say otherwise. */
    <R extends Record> WriteResult<R> write(Write<R> write);

    /**
     * Runs a body in a transaction that is bound to this thread: every operation on this backend by the same thread takes
     * part in it. Inside another transaction it is a savepoint. If the body throws, everything since is rolled back.
     *
     * @throws X what the body throws
     * @throws dev.dualbase.core.error.OutcomeUnknownException if the connection was lost during the commit of what may write
     * @throws dev.dualbase.core.error.UnsupportedCapabilityException without {@link Capability#TRANSACTIONS}
     */
    <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X;

    /** What the database really has of these tables; those that do not exist are missing from the answer. */
    List<LiveTable> describe(Collection<? extends Table<?>> tables);

    /** Asks the server how it is, within a few seconds; never throws. */
    Health health();

    /** Ends all connections. Operations after it fail. */
    @Override
    void close();

    /**
     * The same backend, whose reads go by a preference where they say nothing of their own. Repositories on both share
     * transactions. A transaction goes by its {@linkplain TransactionOptions#asReadOnly(ReadPreference) options}.
     */
    static Backend preferring(Backend backend, ReadPreference preference) {
        return new PreferringBackend(backend, preference);
    }

    /**
     * The same backend, running reads, upserts, updates and deletes again after a conflict or a lost connection. All of
     * these are idempotent here; a plain insert is not, and runs once. Inside a transaction nothing is retried, because the
     * transaction is lost as a whole: see {@link TransactionOptions#retry()}.
     */
    static Backend retrying(Backend backend, RetryPolicy policy) {
        return new RetryingBackend(backend, policy);
    }
}
