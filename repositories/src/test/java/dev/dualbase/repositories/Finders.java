// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.ReadPlan;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.repositories.id.CompanyId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Calls of finders by the names of their methods, and the queries that they come to. */
final class Finders {

    static final CompanyId SALON = CompanyId.of(1);
    static final Limit TEN = Limit.of(10);

    private final Recorder recorder;
    private final Map<Class<?>, Map<String, Runnable>> calls = new LinkedHashMap<>();

    Finders(Backend backend) {
        this.recorder = new Recorder(backend);
    }

    Backend backend() {
        return recorder;
    }

    /** Calls of a repository, to which more can be added. */
    Calls of(Object repository) {
        Map<String, Runnable> all = calls.computeIfAbsent(repository.getClass(), type -> new LinkedHashMap<>());
        return new Calls(all);
    }

    /** Calls of a repository, with what all of them have. */
    Calls of(TenantRepository<?> repository, Runnable findById) {
        Filter every = Filters.everyRow();
        Order order = Order.byPrimaryKey();
        return of((Object) repository)
                .with("findById", findById)
                .with("findMany", () -> repository.findMany(SALON, every, order, TEN))
                .with("findPage", () -> repository.findPage(SALON, every, order, 10))
                .with("findPageAt", () -> secondPage(repository))
                .with("withStream", () -> repository.withStream(SALON, every, order, Stream::count))
                .with("count", () -> repository.count(SALON, every))
                .with("exists", () -> repository.exists(SALON, every));
    }

    private static CursoredPage<?> secondPage(TenantRepository<?> repository) {
        Order order = Order.byPrimaryKey();
        CursoredPage<?> first = repository.findPage(SALON, Filters.everyRow(), order, 10);
        return repository.findPageAt(
                SALON, Filters.everyRow(), order, 10, first.next().orElseThrow());
    }

    Map<Class<?>, Map<String, Runnable>> calls() {
        return calls;
    }

    /** The queries of a call, each as what answers with its plan. */
    List<Function<DSLContext, String>> queriesOf(Runnable call) {
        recorder.plans.clear();
        call.run();
        return List.copyOf(recorder.plans);
    }

    /** Calls of one repository. */
    record Calls(Map<String, Runnable> all) {

        Calls with(String method, Runnable call) {
            if (all.put(method, call) != null) {
                throw new IllegalArgumentException(method);
            }
            return this;
        }
    }

    /** Remembers what was asked. */
    private static final class Recorder extends DelegatingBackend {

        private final List<Function<DSLContext, String>> plans = new ArrayList<>();

        Recorder(Backend backend) {
            super(backend);
        }

        @Override
        public <R extends Record> List<R> read(Read<R> read) {
            plans.add(sql -> ReadPlan.of(sql, read));
            return super.read(read);
        }

        @Override
        public <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
            plans.add(sql -> ReadPlan.of(sql, read));
            return super.stream(read, function);
        }

        @Override
        public long count(Read<?> read) {
            plans.add(sql -> ReadPlan.ofCount(sql, read));
            return super.count(read);
        }
    }
}
