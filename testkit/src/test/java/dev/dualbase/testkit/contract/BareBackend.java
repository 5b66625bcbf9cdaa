// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.UpsertBatch;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.schema.LiveTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;

/** A backend that can do nothing but what every backend can. */
final class BareBackend extends DelegatingBackend {
    private static final Capabilities NONE = new Capabilities(Set.of());

    BareBackend(Backend delegate) {
        super(delegate);
    }

    @Override
    public Capabilities capabilities() {
        return NONE;
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        refuseSql(read.filter());
        return super.read(read);
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        refuseSql(read.filter());
        return super.stream(read, function);
    }

    @Override
    public long count(Read<?> read) {
        refuseSql(read.filter());
        return super.count(read);
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        if (write instanceof Write.Upsert<R> upsert
                && !upsert.options().mayBeSplit()
                && UpsertBatch.of(upsert).groups().size() > 1) {
            NONE.require(Capability.ATOMIC_MIXED_BULK, id());
        }
        if (write instanceof Write.Noted<R>) {
            NONE.require(Capability.KEY_NOTES, id());
        }
        if (setsJsonNull(write)) {
            NONE.require(Capability.JSON_NULLS, id());
        }
        return super.write(write);
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        NONE.require(Capability.TRANSACTIONS, id());
        return super.inTransaction(options, body);
    }

    private static boolean setsJsonNull(Write<?> write) {
        return write instanceof Write.Insert<?> insert
                && insert.rows().stream()
                        .flatMap(row -> row.intoList().stream())
                        .anyMatch(JSONB.jsonb("null")::equals);
    }

    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        NONE.require(Capability.CATALOG, id());
        return super.describe(tables);
    }

    private void refuseSql(Filter filter) {
        if (filter.shape().contains("sql")) {
            NONE.require(Capability.SQL_CONDITIONS, id());
        }
        if (filter.shape().contains("0000 values")) {
            NONE.require(Capability.LONG_FILTERS, id());
        }
    }
}
