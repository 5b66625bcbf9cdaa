// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.privacy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;

/** Each operation once, and each failure that any table has. What calls throw and log matters, not what they answer. */
@SuppressWarnings("CheckReturnValue")
final class GuardedCalls<R extends Record> {
    private static final Origin ORIGIN = new Origin("PersonalDataGuard", "exercise");

    private final PersonalDataGuard guard;
    private final Backend backend;
    private final MarkedRow<R> marked;
    private final Table<R> table;
    private final BaseRepository<R> rows;
    private final UniqueKey<R> key;

    GuardedCalls(PersonalDataGuard guard, Backend backend, MarkedRow<R> marked) {
        this.guard = guard;
        this.backend = backend;
        this.marked = marked;
        this.table = marked.table();
        this.rows = new BaseRepository<>(backend, table);
        this.key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalArgumentException(table.getName() + " has no primary key");
        }
    }

    void run() {
        guard.show(
                backend, backend.capabilities(), backend.health(), BulkOptions.atomic(), TransactionOptions.defaults());
        works(() -> guard.show(backend.describe(List.of(table))));
        write();
        read();
        refuse();
        transact();
        works(() -> rows.deleteWhere(keyOf(0)));
        works(() -> rows.deleteWhere(keyOf(1)));
    }

    private void works(GuardedCall call) {
        Optional<Throwable> failure = guard.call(call);
        if (failure.isPresent() && !(failure.get() instanceof UnsupportedCapabilityException)) {
            throw new AssertionError("a call failed that should not", failure.get());
        }
    }

    private void fails(GuardedCall call) {
        if (guard.call(call).isEmpty()) {
            throw new AssertionError("a call did not fail");
        }
    }

    private Filter keyOf(int number) {
        R row = marked.row(number);
        return Filters.and(
                key.getFields().stream().map(field -> keyField(field, row)).toList());
    }

    private static <T> Filter keyField(Field<T> field, Record row) {
        return Filters.eq(field, row.get(field));
    }

    private void write() {
        guard.show(
                new Write.Insert<>(table, List.of(marked.row(0)), Optional.of(key), ORIGIN),
                new Write.Upsert<>(table, List.of(marked.row(0)), key, BulkOptions.atomic(), true, ORIGIN),
                new Write.Update<>(table, keyOf(0), marked.row(0), true, ORIGIN),
                new Write.Delete<>(table, keyOf(0), ORIGIN));
        works(() -> rows.insert(marked.row(0)));
        works(() -> rows.insertIfAbsent(marked.row(0), key));
        works(() -> rows.update(marked.row(0)));
        works(() -> rows.updateWhere(keyOf(0), marked.row(0)));
        works(() -> rows.upsert(marked.row(0), key));
        works(() -> guard.show(rows.bulkUpsert(List.of(marked.row(0), marked.row(1)), key)));
        works(() -> guard.show(rows.bulkUpsert(List.of(marked.row(1)), key, BulkOptions.isolateBadRows())));
        works(() -> guard.show(backend.write(
                new Write.Upsert<>(table, List.of(marked.row(1)), key, BulkOptions.atomic(), true, ORIGIN))));
    }

    private void read() {
        Order order = Order.byPrimaryKey();
        for (Filter filter : MarkedFilters.of(marked)) {
            guard.show(filter, Read.of(table, filter, ORIGIN));
            works(() -> rows.findMany(filter));
            works(() -> rows.count(filter));
        }
        Filter own = keyOf(0);
        works(() -> rows.findOne(own));
        works(() -> rows.findFirst(own, order));
        works(() -> rows.withStream(own, order, Stream::count));
        works(() -> guard.show(rows.findSlice(own, order, Limit.of(1)), rows.findPage(own, order, 1), order));
        works(() -> rows.updateWhere(Filters.and(own, Filters.or(MarkedFilters.of(marked))), marked.row(0)));
        for (Field<?> column : marked.columns()) {
            Order by = Order.by(Sort.asc(column));
            guard.call(() -> guard.show(Cursor.after(by, marked.row(0))));
            guard.call(() -> rows.findPageAt(own, by, 1, Cursor.after(by, marked.row(0))));
        }
    }

    private void refuse() {
        fails(() -> rows.insert(marked.row(0)));
        fails(() -> rows.bulkUpsert(List.of(withoutKey()), key));
        fails(() -> rows.findOne(Filters.or(keyOf(0), keyOf(1))));
        fails(() ->
                rows.getById(key.getFieldsArray().length == 1 ? marked.row(2).get(key.getFieldsArray()[0]) : ""));
        fails(() -> new BaseRepository<>(backend, table, 1).findMany(Filters.or(keyOf(0), keyOf(1))));
        fails(() -> Cursor.decode(Marks.TEXT));
        fails(() -> Sort.parse(table, Marks.TEXT, "asc"));
        for (Field<?> column : table.fields()) {
            String name = column.getName();
            fails(() -> Sort.parse(table, name, Marks.TEXT));
            fails(() -> rows.count(Filters.parse(table, name, Marks.TEXT, "1")));
            guard.call(() -> rows.count(Filters.parse(table, name, "eq", Marks.TEXT)));
            guard.call(() -> rows.count(Filters.parse(table, name, "in", Marks.TEXT)));
            unstorable(column);
        }
        fails(() -> rows.count(Filters.parse(table, Marks.TEXT, "eq", Marks.TEXT)));
        Filter sql = Filters.sql(DSL.condition("cast({0} as bigint) = 1", DSL.val(Marks.TEXT)));
        guard.show(sql);
        fails(() -> rows.findMany(sql));
        fails(() -> rows.count(sql));
        fails(() -> rows.deleteWhere(sql));
        fails(() -> rows.updateWhere(sql, marked.row(0)));
        fails(() -> rows.withStream(sql, Order.byPrimaryKey(), Stream::count));
    }

    private R withoutKey() {
        MarkedRow<R> keyless = marked;
        for (Field<?> field : key.getFields()) {
            keyless = keyless.without(field);
        }
        return keyless.row(0);
    }

    /** A text with NUL, which PostgreSQL cannot store, and one that is too long. */
    private void unstorable(Field<?> column) {
        if (column.getType() != String.class) {
            return;
        }
        for (String text : List.of(Marks.TEXT + "\u0000", Marks.TEXT.repeat(30))) {
            R row = marked.row(3);
            row.set(column.coerce(String.class), text);
            guard.call(() -> rows.insert(row));
            guard.call(() -> rows.upsert(row, key));
            guard.call(() -> guard.show(rows.bulkUpsert(List.of(row), key, BulkOptions.isolateBadRows())
                    .badRows()));
            guard.call(() -> rows.count(Filters.eq(column.coerce(String.class), text)));
        }
        guard.call(() -> rows.deleteWhere(keyOf(3)));
    }

    private void transact() {
        guard.call(() -> rows.useTransaction(() -> {
            if (backend.capabilities().supports(Capability.TRANSACTIONS)) {
                rows.findMany(keyOf(0));
            }
            rows.updateWhere(keyOf(0), marked.row(0));
            rows.insert(marked.row(0));
        }));
        guard.call(() -> rows.useTransaction(() -> {
            guard.call(() -> rows.useTransaction(() -> rows.insert(marked.row(0))));
            rows.updateWhere(keyOf(0), marked.row(0));
        }));
        guard.call(() -> rows.useTransaction(() -> guard.call(() -> rows.insert(marked.row(0)))));
        guard.call(() ->
                rows.useTransaction(TransactionOptions.defaults().asReadOnly(), () -> rows.insert(marked.row(3))));
    }
}
