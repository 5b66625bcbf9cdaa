// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.schema.LiveTable;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;

/** Passes everything on. For decorators, which override what they change. */
public abstract class DelegatingBackend implements Backend {

    private final Backend delegate;

    /** A backend around another. */
    protected DelegatingBackend(Backend delegate) {
        this.delegate = delegate;
    }

    /** The backend this one is around. */
    protected final Backend delegate() {
        return delegate;
    }

    @Override
    public String id() {
        return delegate.id();
    }

    @Override
    public Capabilities capabilities() {
        return delegate.capabilities();
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return delegate.read(read);
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        return delegate.stream(read, function);
    }

    @Override
    public long count(Read<?> read) {
        return delegate.count(read);
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return delegate.write(write);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        return delegate.inTransaction(options, body);
    }

    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        return delegate.describe(tables);
    }

    @Override
    public Health health() {
        return delegate.health();
    }

    @Override
    public void close() {
        delegate.close();
    }
}
