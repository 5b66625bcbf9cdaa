// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.CompanyId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Record;

/** A call of each public method of a repository for one salon. */
final class TenantCalls {

    /** Differs between two runs of the same call. */
    private static final Set<String> STAMPS = Set.of("id", "created_at", "updated_at", "last_updated");

    private static final Filter EVERY = Filters.everyRow();
    private static final Order ORDER = Order.byPrimaryKey();

    private final Class<?> repository;
    private final Map<String, Supplier<Object>> calls = new LinkedHashMap<>();

    TenantCalls(Object repository) {
        this.repository = repository.getClass();
    }

    /** Calls of the methods that all repositories have. */
    static <R extends Record> TenantCalls of(
            CompanyId salon, TenantRepository<R> repository, Object id, R newRow, R changes) {
        return new TenantCalls(repository)
                .with("findMany", () -> repository.findMany(salon, EVERY, ORDER, Limit.of(10)))
                .with("findPage", () -> repository.findPage(salon, EVERY, ORDER, 10))
                .with("findPageAt", () -> secondPage(salon, repository))
                .with("withStream", () -> repository.withStream(salon, EVERY, ORDER, Stream::toList))
                .with("count", () -> repository.count(salon, EVERY))
                .with("exists", () -> repository.exists(salon, EVERY))
                .with("findById", () -> findById(salon, repository, id))
                .with("insert", () -> repository.insert(salon, copy(repository, newRow)))
                .with("updateWhere", () -> repository.updateWhere(salon, EVERY, copy(repository, changes)))
                .with("deleteWhere", () -> repository.deleteWhere(salon, EVERY));
    }

    private static Object findById(CompanyId salon, TenantRepository<?> repository, Object id) {
        return id instanceof UUID uuid ? repository.findById(salon, uuid) : repository.findById(salon, (Long) id);
    }

    private static Object secondPage(CompanyId salon, TenantRepository<?> repository) {
        return repository
                .findPage(salon, EVERY, ORDER, 1)
                .next()
                .map(next -> repository.findPageAt(salon, EVERY, ORDER, 1, next))
                .map(CursoredPage::rows);
    }

    private static <R extends Record> R copy(TenantRepository<R> repository, R row) {
        R copy = repository.newRecord();
        copy.from(row);
        for (int i = 0; i < row.size(); i++) {
            copy.changed(i, row.changed(i));
        }
        return copy;
    }

    /** A call by the name of its method; for another overload, with more words behind it. */
    TenantCalls with(String method, Supplier<Object> call) {
        calls.put(method, call);
        return this;
    }

    /** A call that answers nothing. */
    TenantCalls run(String method, Runnable call) {
        return with(method, () -> {
            call.run();
            return "nothing";
        });
    }

    Class<?> repository() {
        return repository;
    }

    Map<String, Supplier<Object>> calls() {
        return calls;
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
        } else if (answer instanceof DataResponse<?> response) {
            return List.of(comparable(response.data()), response.metadata());
        } else if (answer instanceof CursoredPage<?> page) {
            return List.of(
                    comparable(page.rows()),
                    page.next().isPresent(),
                    page.previous().isPresent());
        }
        return answer;
    }
}
