// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Record;

/** A call of each public method of a repository for one salon, those that all repositories have included. */
final class TenantCalls<R extends Record> {

    /** Differs between two runs of the same call. */
    private static final Set<String> STAMPS = Set.of("id", "created_at", "updated_at", "last_updated");

    private final TenantRepository<R> repository;
    private final Map<String, Supplier<Object>> calls = new LinkedHashMap<>();

    TenantCalls(TenantRepository<R> repository, Object id, R newRow, R changes) {
        this.repository = repository;
        reads(id);
        with("insert", () -> repository.insert(SALON, copy(newRow)));
        with("updateWhere", () -> repository.updateWhere(SALON, Filters.everyRow(), copy(changes)));
        with("deleteWhere", () -> repository.deleteWhere(SALON, Filters.everyRow()));
    }

    private void reads(Object id) {
        Order order = Order.byPrimaryKey();
        with("findMany", () -> repository.findMany(SALON, Filters.everyRow(), order, Limit.of(10)));
        with("findPage", () -> repository.findPage(SALON, Filters.everyRow(), order, 10));
        with("findPageAt", this::pageBack);
        with("withStream", () -> repository.withStream(SALON, Filters.everyRow(), order, Stream::toList));
        with("count", () -> repository.count(SALON, Filters.everyRow()));
        with("exists", this::existsAfterAllAreGone);
        with(
                "findById",
                () -> id instanceof UUID uuid
                        ? repository.findById(SALON, uuid)
                        : repository.findById(SALON, (Long) id));
    }

    private Object pageBack() {
        Order order = Order.byPrimaryKey();
        return repository
                .findPage(SALON, Filters.everyRow(), order, 1)
                .next()
                .map(next -> repository.findPageAt(SALON, Filters.everyRow(), order, 1, next))
                .map(CursoredPage::rows);
    }

    /** With rows of its own a salon would answer alike whether it sees those of the other or not. */
    private Object existsAfterAllAreGone() {
        repository.deleteWhere(SALON, Filters.everyRow());
        return repository.exists(SALON, Filters.everyRow());
    }

    TenantCalls<R> with(String method, Supplier<Object> call) {
        calls.put(method, call);
        return this;
    }

    String repository() {
        return repository.getClass().getSimpleName();
    }

    Map<String, Supplier<Object>> calls() {
        return calls;
    }

    Set<String> methods() {
        return calls.keySet();
    }

    /** All but {@code newRecord}, which reaches no row. */
    Set<String> publicMethods() {
        return Stream.of(repository.getClass().getMethods())
                .filter(method -> !method.getDeclaringClass().equals(Object.class))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !name.equals("newRecord"))
                .collect(Collectors.toSet());
    }

    private R copy(R row) {
        R copy = repository.newRecord();
        copy.from(row);
        for (int i = 0; i < row.size(); i++) {
            copy.changed(i, row.changed(i));
        }
        return copy;
    }

    /** An answer without what differs between two runs of the same call. */
    static Object comparable(Object answer) {
        if (answer instanceof Record row) {
            Map<String, Object> values = row.intoMap();
            values.keySet().removeAll(STAMPS);
            return values.toString();
        } else if (answer instanceof Optional<?> maybe) {
            return maybe.map(TenantCalls::comparable);
        } else if (answer instanceof Collection<?> many) {
            return many.stream().map(TenantCalls::comparable).toList();
        } else if (answer instanceof CursoredPage<?> page) {
            return List.of(
                    comparable(page.rows()),
                    page.next().isPresent(),
                    page.previous().isPresent());
        }
        return answer;
    }
}
