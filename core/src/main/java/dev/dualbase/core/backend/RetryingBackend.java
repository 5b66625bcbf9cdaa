// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.retry.RetryPolicy;
import java.util.List;
import org.jooq.Record;

/** Runs idempotent operations again, outside of transactions. */
final class RetryingBackend extends DelegatingBackend {

    private final RetryPolicy policy;
    private final ThreadLocal<Boolean> inTransaction = ThreadLocal.withInitial(() -> false);

    RetryingBackend(Backend delegate, RetryPolicy policy) {
        super(delegate);
        this.policy = policy;
    }

    private RetryPolicy policy() {
        return inTransaction.get() ? RetryPolicy.none() : policy;
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return policy().run(() -> super.read(read));
    }

    @Override
    public long count(Read<?> read) {
        return policy().run(() -> super.count(read));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return write.idempotent() ? policy().run(() -> super.write(write)) : super.write(write);
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
