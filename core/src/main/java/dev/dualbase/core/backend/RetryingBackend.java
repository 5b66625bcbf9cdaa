// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.core.retry.RetryPolicy.Attempt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Record;

/** Runs idempotent operations again, outside of transactions. */
final class RetryingBackend extends DelegatingBackend {

    private static final String ABORTED = "25P02";

    private final RetryPolicy policy;
    private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);

    RetryingBackend(Backend delegate, RetryPolicy policy) {
        super(delegate);
        this.policy = policy;
    }

    private <T> T repeated(Attempt<T, RuntimeException> call) {
        RetryPolicy policyNow = inTransaction.get() ? RetryPolicy.none() : policy;
        try {
            return policyNow.run(call);
        } catch (ServerErrorException failure) {
            throw whyAborted(failure).orElse(failure);
        }
    }

    /**
     * The first failure of a call that was repeated in a transaction begun past this backend: that failure has aborted it, so
     * that the repetition was refused.
     */
    private static Optional<StorageException> whyAborted(ServerErrorException failure) {
        return failure.sqlState()
                .filter(ABORTED::equals)
                .flatMap(any -> Stream.of(failure.getSuppressed())
                        .filter(StorageException.class::isInstance)
                        .map(StorageException.class::cast)
                        .findFirst());
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return repeated(() -> super.read(read));
    }

    @Override
    public long count(Read<?> read) {
        return repeated(() -> super.count(read));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return write.idempotent() ? repeated(() -> super.write(write)) : super.write(write);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        boolean nested = inTransaction.get();
        inTransaction.set(true);
        try {
            return super.inTransaction(options, body);
        } finally {
            if (!nested) {
                inTransaction.remove();
            }
        }
    }
}
