// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.testkit.contract.ItemTable.ITEM;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.Field;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/** The rows of one case: those of a tenant that no other case has, in this run or another. */
final class Items {
    /** The keys of {@code contract_item} by the names that cases use. */
    static final UniqueKey<ItemRecord> BY_CODE = ITEM.BY_CODE;

    private static final AtomicLong NEXT_TENANT =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1L << 40) << 20);

    private final Backend backend;
    private final long tenant = NEXT_TENANT.incrementAndGet();
    private final BaseRepository<ItemRecord> repository;
    private final Set<String> differences = new ConcurrentSkipListSet<>();

    Items(Backend backend) {
        this.backend = backend;
        this.repository = new BaseRepository<>(backend, ITEM);
    }

    Backend backend() {
        return backend;
    }

    /** Remembers that the backend, lacking a capability, refuses what the case is about. */
    void refuses(Capability capability) {
        differences.add("refuses " + capability);
    }

    /** Remembers that the backend, lacking a capability, promises less in this case. */
    void weakens(Capability capability) {
        differences.add("weaker " + capability);
    }

    /** How the backend differs in this case. */
    Set<String> differences() {
        return differences;
    }

    long tenant() {
        return tenant;
    }

    BaseRepository<ItemRecord> repository() {
        return repository;
    }

    /** A row with its key, not stored yet. */
    ItemRecord row(String code) {
        return new ItemRecord().with(ITEM.TENANT_ID, tenant).with(ITEM.CODE, code);
    }

    <T> ItemRecord row(String code, Field<T> column, @Nullable T value) {
        return row(code).with(column, value);
    }

    /** Rows of one column each, with the codes {@code prefix0001} and so on. */
    List<ItemRecord> rows(int count) {
        List<ItemRecord> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(String.format("%05d", i), ITEM.RANK, i));
        }
        return rows;
    }

    ItemRecord store(ItemRecord row) {
        return repository.insert(row);
    }

    /** A stored row with one column besides its key. */
    <T> ItemRecord store(String code, Field<T> column, @Nullable T value) {
        return store(row(code, column, value));
    }

    /** Stored rows with nothing but their keys, in this order. */
    void store(String... codes) {
        for (String code : codes) {
            store(row(code));
        }
    }

    /** The condition for the rows of this case. */
    Filter mine() {
        return eq(ITEM.TENANT_ID, tenant);
    }

    Filter mine(Filter filter) {
        return mine().and(filter);
    }

    /** The codes of the rows that match, in the order they were stored. */
    List<String> codes(Filter filter) {
        return codesOf(repository.findMany(mine(filter)));
    }

    List<String> codes(Order order) {
        return codesOf(repository.findMany(mine(), order));
    }

    List<String> codes() {
        return codesOf(repository.findMany(mine()));
    }

    static List<String> codesOf(List<ItemRecord> rows) {
        return rows.stream().map(ItemRecord::code).toList();
    }

    /** The row with this code as the database has it. */
    ItemRecord stored(String code) {
        return repository.findOne(mine(eq(ITEM.CODE, code))).orElseThrow();
    }

    /** What a value is after it was written to the database and read again. */
    <T> @Nullable T roundTrip(Field<T> column, @Nullable T value) {
        String code = "trip" + repository.count(mine());
        store(code, column, value);
        return stored(code).get(column);
    }
}
