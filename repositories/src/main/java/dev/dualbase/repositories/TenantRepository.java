// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.FilterCheck;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.type.ColumnValue;
import dev.dualbase.repositories.id.CompanyId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table, each call within one salon: the salon is part of every condition, and of every row that is
 * written.
 */
abstract class TenantRepository<R extends Record> {

    private final BaseRepository<R> rows;
    private final TableField<R, Long> company;

    TenantRepository(Backend backend, Table<R> table, TableField<R, Long> company) {
        this.rows = new BaseRepository<>(backend, table);
        this.company = company;
    }

    /**
     * All rows of the table, with calls that show this method's name and are for this salon. Conditions must come from
     * {@link #within}.
     */
    final BaseRepository<R> rows(@Nullable CompanyId salon, String method) {
        return rows.as(origin(require(salon), method));
    }

    /** The same, read from where their writes go: for a write that relies on what is read. */
    final BaseRepository<R> rowsBeforeWrite(@Nullable CompanyId salon, String method) {
        return rows(salon, method).preferring(ReadPreference.BEFORE_WRITE);
    }

    private Origin origin(CompanyId salon, String method) {
        return new Origin(getClass().getSimpleName(), method, Optional.of(salon.toString()));
    }

    /** The condition of a salon and the given ones. */
    final Filter within(@Nullable CompanyId salon, Filter... conditions) {
        Filter own = Filters.eq(company, require(salon).value());
        return switch (conditions.length) {
            case 0 -> own;
            case 1 -> own.and(conditions[0]);
            default -> own.and(Filters.and(conditions));
        };
    }

    /** A transaction about rows of a salon. */
    final TransactionOptions about(CompanyId salon, String method) {
        return TransactionOptions.defaults().about(Read.of(rows.table(), within(salon), origin(salon, method)));
    }

    /** The row as one of the salon's: sets the salon if it was not set. */
    final R own(@Nullable CompanyId salon, R row) {
        long expected = require(salon).value();
        Long present = row.get(company);
        if (present != null && present != expected) {
            throw new InvalidValueException(
                    "the row belongs to another company than the call",
                    "22023",
                    rows.table().getName(),
                    company.getName());
        }
        if (present == null || !row.changed(company)) {
            row.set(company, expected);
        }
        return row;
    }

    private CompanyId require(@Nullable CompanyId salon) {
        if (salon == null) {
            throw new InvalidValueException(
                    "the company is missing", "22004", rows.table().getName(), company.getName());
        }
        return salon;
    }

    /** A record with no column set. */
    public final R newRecord() {
        return rows.newRecord();
    }

    /**
     * The salon's row with this internal number.
     *
     * @throws InvalidValueException if rows of this table are identified by a UUID
     */
    public Optional<R> findById(CompanyId salon, long id) {
        return findByInternalId(salon, id);
    }

    /**
     * The salon's row with this internal identifier.
     *
     * @throws InvalidValueException if rows of this table are numbered
     */
    public Optional<R> findById(CompanyId salon, UUID id) {
        return findByInternalId(salon, id);
    }

    private Optional<R> findByInternalId(CompanyId salon, Object id) {
        TableField<R, ?> column = primaryKey().getFields().get(1);
        ColumnValue.check(column, id);
        return rows(salon, "findById").findFirst(within(salon, equal(column, id)), Order.byPrimaryKey());
    }

    private UniqueKey<R> primaryKey() {
        return Objects.requireNonNull(rows.table().getPrimaryKey());
    }

    private static <T> Filter equal(TableField<?, T> column, Object value) {
        return Filters.eq(column, column.getType().cast(value));
    }

    /**
     * The salon's rows that match, in an order, within a limit.
     *
     * @throws InvalidValueException if the limit is above {@value BaseRepository#DEFAULT_MAX_ROWS}
     */
    public final List<R> findMany(CompanyId salon, Filter filter, Order order, Limit limit) {
        return rows(salon, "findMany").findMany(within(salon, filter), order, limit);
    }

    /** The first page of the salon's rows that match: see {@link CursoredPage}. */
    public final CursoredPage<R> findPage(CompanyId salon, Filter filter, Order order, int size) {
        return rows(salon, "findPage").findPage(within(salon, filter), order, size);
    }

    /** The page of the salon's rows that begins or ends at a cursor. */
    public final CursoredPage<R> findPageAt(CompanyId salon, Filter filter, Order order, int size, Cursor cursor) {
        return rows(salon, "findPageAt").findPageAt(within(salon, filter), order, size, cursor);
    }

    /** Hands the salon's rows that match to a function, in constant memory. */
    public final <T> T withStream(CompanyId salon, Filter filter, Order order, Function<Stream<R>, T> function) {
        return rows(salon, "withStream").withStream(within(salon, filter), order, function);
    }

    /** How many of the salon's rows match. */
    public final long count(CompanyId salon, Filter filter) {
        return rows(salon, "count").count(within(salon, filter));
    }

    /** Whether one of the salon's rows matches. */
    public final boolean exists(CompanyId salon, Filter filter) {
        return rows(salon, "exists").exists(within(salon, filter));
    }

    /** Stores a new row of the salon and returns it with what the database filled in. */
    @CanIgnoreReturnValue
    public final R insert(CompanyId salon, R row) {
        return rows(salon, "insert").insert(own(salon, row));
    }

    /** Writes the columns that were set to the salon's rows that match, and says how many there were. */
    @CanIgnoreReturnValue
    public final long updateWhere(CompanyId salon, Filter filter, R changes) {
        FilterCheck.forMutation(rows.table(), filter);
        if (changes.changed(company)) {
            throw new InvalidValueException(
                    "an update cannot move rows to another company",
                    "22023",
                    rows.table().getName(),
                    company.getName());
        }
        return rows(salon, "updateWhere").updateWhere(within(salon, filter), changes);
    }

    /** Writes the columns that were set to the one row of the salon that matches; false if there is none. */
    final boolean updateOne(String method, CompanyId salon, Filter filter, R changes) {
        return rows(salon, method).updateWhere(within(salon, filter), changes) == 1;
    }

    /** Deletes the salon's rows that match, and says how many there were. */
    @CanIgnoreReturnValue
    public final long deleteWhere(CompanyId salon, Filter filter) {
        FilterCheck.forMutation(rows.table(), filter);
        return rows(salon, "deleteWhere").deleteWhere(within(salon, filter));
    }

    final R upsert(CompanyId salon, R row, UniqueKey<R> key) {
        return rows(salon, "upsert").upsert(own(salon, row), key);
    }

    final BulkResult bulkUpsert(CompanyId salon, Collection<R> many, UniqueKey<R> key, BulkOptions options) {
        CompanyId owner = require(salon);
        many.forEach(row -> own(owner, row));
        return rows(salon, "bulkUpsert").bulkUpsert(many, key, options);
    }
}
