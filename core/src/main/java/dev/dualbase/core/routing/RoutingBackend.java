// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.backend.AnsweredBy;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.schema.LiveTable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * A backend around several, which sends each operation where its {@link RoutingPlan} says. The plan may change at any time,
 * in one step: {@link #apply}.
 *
 * <p>A transaction stays on one backend from begin to end. It is the one that writes of its
 * {@linkplain TransactionOptions#subject() subject} go to, or those of the default route without one; a repository's own
 * transactions are about its table. In a transaction reads go there too, and an operation that belongs to another backend is
 * refused. A read-only transaction goes where reads of its subject go, or their writes if it prefers that. A
 * stream stays on the backend it began with.
 *
 * <p>A read {@linkplain dev.dualbase.core.backend.ReadPreference#BEFORE_WRITE before a write} goes where that write goes, and
 * nowhere else.
 *
 * <p>Only another read outside of a transaction falls back to another backend, only where its route says so, and only after
 * {@link dev.dualbase.core.error.ConnectionFailureException}. A stream does as long as its function was not called.
 *
 * <p><b>The order of decorators</b>, from the outside to the inside: {@linkplain Backend#retrying retry}, so that an attempt
 * after a change of the plan goes to the new place; this; shadow reads and dual write, each composed backend with a name of
 * its own in the plan; {@linkplain dev.dualbase.core.observation.ObservedBackend observation} of each backend by itself, so
 * that its events name the one that did the work; the backend.
 *
 * <p>{@link #id} is the name of the whole. Which backend a call went to is told to {@link AnsweredBy}.
 */
public final class RoutingBackend implements Backend {

    private final String id;
    private final Map<String, Backend> backends;
    private final TenantOf tenantOf;
    private final Duration drainTimeout;
    private final WriteGate gate = new WriteGate();
    private final ReadFallback fallback = new ReadFallback();
    private final ThreadLocal<@Nullable BoundTransaction> bound = new ThreadLocal<>();
    private volatile Routes routes;

    RoutingBackend(
            String id, Map<String, Backend> backends, RoutingPlan plan, TenantOf tenantOf, Duration drainTimeout) {
        this.id = id;
        this.backends = new LinkedHashMap<>(backends);
        this.tenantOf = tenantOf;
        this.drainTimeout = drainTimeout;
        this.routes = new Routes(plan, this.backends, tenantOf);
    }

    /**
     * Starts the configuration of a backend.
     *
     * @param id a short name for logs and metrics
     * @param plan where operations go at first
     */
    public static RoutingBackendBuilder builder(String id, RoutingPlan plan) {
        return new RoutingBackendBuilder(id, plan);
    }

    /** Where operations go now. */
    public RoutingPlan plan() {
        return routes.plan();
    }

    /**
     * Lets all operations go by another plan. Waits until the writes and transactions that are under way are over, while
     * those that come meanwhile wait; then all go on by the new plan. When this returns, no write of this process goes by
     * the old plan any more. Reads never wait: one that has begun ends where it began.
     *
     * @throws dev.dualbase.core.error.InvalidValueException naming the backends of the plan that are not there
     * @throws dev.dualbase.core.error.QueryTimeoutException if the writes under way take longer than the drain timeout; then
     *     the old plan stays
     * @throws dev.dualbase.core.error.UnsupportedCapabilityException inside a transaction
     */
    public void apply(RoutingPlan plan) {
        Routes next = new Routes(plan, backends, tenantOf);
        if (!plan.equals(routes.plan())) {
            gate.whileClosed(drainTimeout, () -> routes = next);
        }
    }

    /**
     * Lets all operations go by another plan, as {@link #apply(RoutingPlan)} does, and first runs something while no write is
     * under way. Until it is over no write begins: let it be short.
     *
     * @param whileHeld what has to be done between the last write by the old plan and the first by the new one; if it throws,
     *     the old plan stays. It must not write through this backend, in no thread that it waits for
     */
    public void apply(RoutingPlan plan, Runnable whileHeld) {
        Routes next = new Routes(plan, backends, tenantOf);
        gate.whileClosed(drainTimeout, () -> {
            whileHeld.run();
            routes = next;
        });
    }

    /**
     * Runs something while the plan cannot change: a change waits for it, as it does for a write. Where a change waits already,
     * this waits for it first.
     */
    public void whilePlanStays(Runnable action) {
        gate.enter();
        try {
            action.run();
        } finally {
            gate.leave();
        }
    }

    @Override
    public String id() {
        return id;
    }

    /** What every backend can do that the plan sends operations to now. It may be more or less after a change. */
    @Override
    public Capabilities capabilities() {
        BoundTransaction transaction = bound.get();
        if (transaction != null) {
            return transaction.backend().capabilities();
        }
        Set<Capability> shared = EnumSet.allOf(Capability.class);
        routes.used().forEach(each -> shared.retainAll(each.capabilities().supported()));
        return new Capabilities(shared);
    }

    @Override
    public <R extends Record> List<R> read(Read<R> read) {
        return ask(read, backend -> backend.read(read));
    }

    @Override
    public long count(Read<?> read) {
        return ask(read, backend -> backend.count(read));
    }

    private <T> T ask(Read<?> read, Function<Backend, T> question) {
        BoundTransaction transaction = bound.get();
        if (transaction != null) {
            return question.apply(told(transaction.forOperation(read)));
        }
        return ask(read, () -> true, question);
    }

    private <T> T ask(Read<?> read, BooleanSupplier mayGoOn, Function<Backend, T> question) {
        Routes now = routes;
        List<String> readers = now.readers(read);
        try {
            return fallback.read(readers, mayGoOn, name -> question.apply(told(now.backend(name))));
        } catch (ConnectionFailureException ofTheFirst) {
            if (readers.size() > 1) {
                AnsweredBy.tell(now.backend(readers.get(0)).id());
            }
            throw ofTheFirst;
        }
    }

    private static Backend told(Backend chosen) {
        AnsweredBy.tell(chosen.id());
        return chosen;
    }

    @Override
    public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        BoundTransaction transaction = bound.get();
        if (transaction != null) {
            return told(transaction.forOperation(read)).stream(read, function);
        }
        AtomicBoolean called = new AtomicBoolean();
        Function<Stream<R>, T> once = rows -> {
            called.set(true);
            return function.apply(rows);
        };
        return ask(read, () -> !called.get(), backend -> backend.stream(read, once));
    }

    @Override
    public <R extends Record> WriteResult<R> write(Write<R> write) {
        BoundTransaction transaction = bound.get();
        if (transaction != null) {
            return told(transaction.forOperation(write)).write(write);
        }
        gate.enter();
        try {
            Routes now = routes;
            return told(now.backend(now.writer(write))).write(write);
        } finally {
            gate.leave();
        }
    }

    @Override
    public <T, X extends Exception> T inTransaction(TransactionOptions options, TransactionBody<T, X> body) throws X {
        BoundTransaction outer = bound.get();
        if (outer != null) {
            return outer.backend().inTransaction(options, body);
        }
        if (options.readOnly()) {
            return bind(options, body);
        }
        gate.enter();
        try {
            return bind(options, body);
        } finally {
            gate.leave();
        }
    }

    private <T, X extends Exception> T bind(TransactionOptions options, TransactionBody<T, X> body) throws X {
        Routes now = routes;
        String name = now.transaction(options);
        BoundTransaction transaction = new BoundTransaction(name, now, Routes.goesWithReads(options));
        bound.set(transaction);
        try {
            return transaction.backend().inTransaction(options, body);
        } finally {
            bound.remove();
        }
    }

    /** Of each table what the backend has that its writes go to; routes of repositories and tenants do not count. */
    @Override
    public List<LiveTable> describe(Collection<? extends Table<?>> tables) {
        Routes now = routes;
        Map<String, List<Table<?>>> byHome = new LinkedHashMap<>();
        tables.forEach(table -> byHome.computeIfAbsent(now.home(table), any -> new ArrayList<>())
                .add(table));
        return byHome.entrySet().stream()
                .flatMap(home -> now.backend(home.getKey()).describe(home.getValue()).stream())
                .toList();
    }

    /**
     * The backend that is not well, of those that the plan sends operations to now, or the one that writes go to by default
     * if all are. They are asked one by one.
     */
    @Override
    public Health health() {
        List<Backend> used = routes.used();
        List<Health> all = used.stream().map(Backend::health).toList();
        int told = IntStream.range(0, all.size())
                .filter(i -> !all.get(i).reachable())
                .findFirst()
                .orElse(0);
        AnsweredBy.tell(used.get(told).id());
        return all.get(told);
    }

    /** Closes every backend it was given, whether the plan uses it or not. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (Backend each : backends.values().stream().distinct().toList()) {
            try {
                each.close();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
