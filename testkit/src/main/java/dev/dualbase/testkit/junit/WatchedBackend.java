// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Record;

/** Knows the threads that are inside a call. Only they hold connections, and their stacks say where the call began. */
final class WatchedBackend extends DelegatingBackend {
    private final Map<Thread, Integer> depths = new ConcurrentHashMap<>();

    WatchedBackend(Backend delegate) {
        super(delegate);
    }

    /** One for each thread that is inside a call now. */
    List<Leak> calls() {
        return depths.keySet().stream().map(WatchedBackend::leak).toList();
    }

    private static Leak leak(Thread thread) {
        Throwable trace = new Throwable("The thread " + thread.getName() + " is here");
        trace.setStackTrace(thread.getStackTrace());
        String site = CallSite.calling(WatchedBackend.class, trace.getStackTrace());
        return new Leak(thread, "the thread " + thread.getName() + " with a call that began at " + site, trace);
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return during(() -> delegate().read(read));
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        return during(() -> delegate().stream(read, function));
    }

    @Override
    public long count(Read<?> read) {
        return during(() -> delegate().count(read));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        return during(() -> delegate().write(write));
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        enter();
        try {
            return delegate().inTransaction(options, body);
        } finally {
            leave();
        }
    }

    private <T> T during(Supplier<T> call) {
        enter();
        try {
            return call.get();
        } finally {
            leave();
        }
    }

    private void enter() {
        depths.merge(Thread.currentThread(), 1, Integer::sum);
    }

    private void leave() {
        depths.computeIfPresent(Thread.currentThread(), (thread, depth) -> depth == 1 ? null : depth - 1);
    }
}
