// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * The same backend over JDBC with a condition of the host's own in each filter. It is always true, but with it a statement
 * is rendered, bound and read by jOOQ itself each time.
 */
final class ByJooq extends DelegatingBackend {
    private static final Filter ALWAYS = Filters.sql(DSL.condition("1 = 1"));

    ByJooq(Backend jdbc) {
        super(jdbc);
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return super.read(byJooq(read));
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        return super.stream(byJooq(read), function);
    }

    @Override
    public long count(Read<?> read) {
        return super.count(byJooq(read));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        if (write instanceof Write.Update<R> update) {
            return super.write(new Write.Update<>(
                    update.table(),
                    update.filter().and(ALWAYS),
                    update.changes(),
                    update.returning(),
                    update.origin()));
        } else if (write instanceof Write.Delete<R> delete) {
            return super.write(
                    new Write.Delete<>(delete.table(), delete.filter().and(ALWAYS), delete.origin()));
        }
        return super.write(write);
    }

    private static <R extends Record> Read<R> byJooq(Read<R> read) {
        return new Read<>(
                read.table(),
                read.columns(),
                read.filter().and(ALWAYS),
                read.order(),
                read.limit(),
                read.origin(),
                read.preference());
    }
}
