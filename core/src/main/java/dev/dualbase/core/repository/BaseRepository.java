// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.repository;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionAction;
import dev.dualbase.core.backend.TransactionBody;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.backend.WriteResult;
import dev.dualbase.core.error.EmptyResultException;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NonUniqueResultException;
import dev.dualbase.core.error.ResultTooLargeException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Keyset;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the rows of one table on any backend. Use it as it is, or extend it with finders of your own. It has no
 * state but its settings, and is safe for any number of threads.
 *
 * <p>Every read is ordered, by primary key where nothing else is asked. Every write sends the columns that were set on the
 * record, and leaves the others as they are. All methods throw {@link dev.dualbase.core.error.StorageException} only; a
 * server that cannot be reached is never an empty answer.
 *
 * @param <R> the type of a row
 */
public class BaseRepository<R extends Record> {

    /** How many rows one answer may hold unless a repository is made with another maximum. */
    public static final int DEFAULT_MAX_ROWS = 10_000;

    private final Backend backend;
    private final Table<R> table;
    private final int maxRows;
    private final List<Field<?>> columns;
    private final @Nullable Origin origin;

    /** The rows of a table, at most {@value #DEFAULT_MAX_ROWS} in one answer. */
    public BaseRepository(Backend backend, Table<R> table) {
        this(backend, table, DEFAULT_MAX_ROWS);
    }

    /**
     * The rows of a table.
     *
     * @param maxRows how many rows one answer may hold, 1 or more; a stream has no such bound
     * @throws InvalidValueException if it is not between 1 and the greatest int but one
     */
    public BaseRepository(Backend backend, Table<R> table, int maxRows) {
        this(backend, table, maxRows, List.of(table.fields()), null);
    }

    private BaseRepository(
            Backend backend, Table<R> table, int maxRows, List<Field<?>> columns, @Nullable Origin origin) {
        if (maxRows < 1 || maxRows == Integer.MAX_VALUE) {
            throw new InvalidValueException("the maximum of rows is not between 1 and the greatest int but one");
        }
        this.backend = backend;
        this.table = table;
        this.maxRows = maxRows;
        this.columns = columns;
        this.origin = origin;
    }

    /** The same rows, with calls that logs and metrics show under these names. */
    public final BaseRepository<R> as(String repository, String method) {
        return as(new Origin(repository, method));
    }

    /** The same rows, with calls that come from there, and are for the tenant that it names. */
    public final BaseRepository<R> as(Origin newOrigin) {
        return new BaseRepository<>(backend, table, maxRows, columns, newOrigin);
    }

    /**
     * The same rows, of which reads fetch these columns only. The others are null in the records, and count as not set.
     *
     * @throws dev.dualbase.core.error.SchemaMismatchException at the first read, if the table has no such column
     */
    public final BaseRepository<R> selecting(Field<?>... onlyColumns) {
        return new BaseRepository<>(backend, table, maxRows, List.of(onlyColumns), origin);
    }

    /**
     * The same rows, with reads that may be answered by a replica: see {@link ReadPreference}. Inside a transaction they are
     * not. For repositories of other types give the preference to their backend: {@link Backend#preferring}.
     */
    public final BaseRepository<R> preferring(ReadPreference preference) {
        return new BaseRepository<>(Backend.preferring(backend, preference), table, maxRows, columns, origin);
    }

    /** The table. */
    public final Table<R> table() {
        return table;
    }

    /** A new record with no column set. */
    public final R newRecord() {
        return table.newRecord();
    }

    private Origin origin(String method) {
        return origin != null ? origin : new Origin(getClass().getSimpleName(), method);
    }

    private Read<R> readOf(Filter filter, String method) {
        return readOf(filter, Order.byPrimaryKey(), null, method);
    }

    private Read<R> readOf(Filter filter, Order order, @Nullable Limit limit, String method) {
        return new Read<>(
                table, columns, filter, order, Optional.ofNullable(limit), origin(method), ReadPreference.PRIMARY);
    }

    /**
     * The only row that matches.
     *
     * @throws NonUniqueResultException if there is more than one
     */
    public final Optional<R> findOne(Filter filter) {
        List<R> rows = backend.read(readOf(filter, Order.byPrimaryKey(), Limit.of(2), "findOne"));
        if (rows.size() > 1) {
            throw new NonUniqueResultException("more than one row where one at most was expected", info("21000"), null);
        }
        return first(rows);
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** The first row that matches, in an order. */
    public final Optional<R> findFirst(Filter filter, Order order) {
        return first(backend.read(readOf(filter, order, Limit.of(1), "findFirst")));
    }

    /**
     * All rows that match, by primary key.
     *
     * @throws ResultTooLargeException if there are more than this repository's maximum
     */
    public final List<R> findMany(Filter filter) {
        return findMany(filter, Order.byPrimaryKey());
    }

    /**
     * All rows that match, in an order.
     *
     * @throws ResultTooLargeException if there are more than this repository's maximum
     */
    public final List<R> findMany(Filter filter, Order order) {
        List<R> rows = backend.read(readOf(filter, order, Limit.of(maxRows).plusOne(), "findMany"));
        if (rows.size() > maxRows) {
            throw new ResultTooLargeException(
                    "more than " + maxRows + " rows; give a limit, or use pages or a stream", info(null), null);
        }
        return rows;
    }

    /**
     * The rows that match, in an order, within a limit. A limit of 0 gives no row without asking the server.
     *
     * @throws InvalidValueException if the limit is above this repository's maximum
     */
    public final List<R> findMany(Filter filter, Order order, Limit limit) {
        requireWithinMaximum(limit.rows());
        return backend.read(readOf(filter, order, limit, "findMany"));
    }

    /**
     * As {@link #findMany(Filter, Order, Limit)}, and whether there are more rows behind.
     *
     * @throws InvalidValueException if the limit is 0 or above this repository's maximum
     */
    public final Slice<R> findSlice(Filter filter, Order order, Limit limit) {
        requirePageSize(limit.rows());
        List<R> rows = backend.read(readOf(filter, order, limit.plusOne(), "findSlice"));
        return Slice.ofOneMore(rows, limit.rows());
    }

    /**
     * The first page of the rows that match, found by key: see {@link CursoredPage}. NULLs in the order's columns are
     * fine.
     *
     * @throws InvalidValueException if the size is 0, negative or above this repository's maximum, or the order has a column
     *     without a text form, such as an array or JSON
     * @throws dev.dualbase.core.error.UnsupportedCapabilityException for a table without a primary key
     */
    public final CursoredPage<R> findPage(Filter filter, Order order, int size) {
        return findPage(filter, order, size, null);
    }

    /**
     * The page that begins or ends at a cursor. Filter and order must be those the cursor was made with.
     *
     * @throws InvalidValueException if the cursor was made for another order, or the size is as above
     */
    public final CursoredPage<R> findPageAt(Filter filter, Order order, int size, Cursor cursor) {
        return findPage(filter, order, size, cursor);
    }

    private CursoredPage<R> findPage(Filter filter, Order order, int size, @Nullable Cursor cursor) {
        requirePageSize(size);
        Keys.require(table);
        Keyset keyset = new Keyset(order.total(table), cursor);
        Limit oneMore = Limit.of(size).plusOne();
        Read<R> read = readOf(filter.and(keyset.filter()), keyset.readOrder(), oneMore, "findPage");
        return keyset.page(backend.read(read.onlyColumns(keyset.columnsWith(columns))), size);
    }

    /** The row with this primary key, its values in the order of the key's columns. */
    public final Optional<R> findById(Object... id) {
        Filter own = Keys.equal(Keys.primary(table), id);
        return first(backend.read(readOf(own, Order.byPrimaryKey(), Limit.of(1), "findById")));
    }

    /**
     * The row with this primary key, which must exist.
     *
     * @throws EmptyResultException if it does not
     */
    public final R getById(Object... id) {
        return findById(id)
                .orElseThrow(() -> new EmptyResultException("no row has this primary key", info(null), null));
    }

    /**
     * Hands the rows that match to a function, in constant memory however many there are. The stream ends with the
     * function, and must not leave it.
     */
    public final <T> T withStream(Filter filter, Order order, Function<Stream<R>, T> function) {
        return backend.stream(readOf(filter, order, null, "withStream"), function);
    }

    /** How many rows match. */
    public final long count(Filter filter) {
        return backend.count(readOf(filter, "count"));
    }

    /** Whether a row matches. */
    public final boolean exists(Filter filter) {
        Read<R> read = readOf(filter, Order.byPrimaryKey(), Limit.of(1), "exists");
        return !backend.read(read.onlyColumns(Keys.primaryColumns(table))).isEmpty();
    }

    /**
     * Stores a new row and returns it with what the database filled in.
     *
     * @throws dev.dualbase.core.error.DuplicateKeyException if a row with one of its keys exists
     */
    @CanIgnoreReturnValue
    public final R insert(R row) {
        return stored(backend.write(new Write.Insert<>(table, List.of(row), Optional.empty(), origin("insert"))));
    }

    /**
     * Stores a new row unless one with this key exists. Of any number of callers at once exactly one stores it.
     *
     * @return the stored row, empty if there was one already
     */
    public final Optional<R> insertIfAbsent(R row, UniqueKey<R> key) {
        return backend
                .write(new Write.Insert<>(table, List.of(row), Optional.of(key), origin("insertIfAbsent")))
                .rows()
                .stream()
                .findFirst();
    }

    /**
     * Writes the columns that were set on the record to the row with its primary key.
     *
     * @return the row as it is now, empty if there is none with this key
     * @throws InvalidValueException if no column besides the key was set, or the key of a row that was read is another now
     */
    @CanIgnoreReturnValue
    public final Optional<R> update(R row) {
        UniqueKey<R> primary = Keys.primary(table);
        Keys.requireUnchanged(primary, row);
        Filter filter = Keys.equal(primary, Keys.valuesOf(primary, row));
        R changes = Keys.without(primary, table, row);
        return backend.write(new Write.Update<>(table, filter, changes, true, origin("update"))).rows().stream()
                .findFirst();
    }

    /**
     * Writes the columns that were set on the record to every row that matches.
     *
     * @return how many rows were changed
     * @throws InvalidValueException if no column was set, or the filter is no condition and not
     *     {@link dev.dualbase.core.filter.Filters#everyRow()}
     */
    @CanIgnoreReturnValue
    public final long updateWhere(Filter filter, R changes) {
        return backend.write(new Write.Update<>(table, filter, changes, false, origin("updateWhere")))
                .updated();
    }

    /**
     * Stores a row, or writes the columns that were set to the row that has its key. If only columns of the key were set, a
     * row that exists is left as it is.
     *
     * @return the row as it is now
     * @throws InvalidValueException if a column of the key was not set
     */
    @CanIgnoreReturnValue
    public final R upsert(R row, UniqueKey<R> key) {
        return stored(backend.write(
                new Write.Upsert<>(table, List.of(row), key, BulkOptions.atomic(), true, origin("upsert"))));
    }

    /** As {@link #bulkUpsert(Collection, UniqueKey, BulkOptions)}, all rows or none. */
    @CanIgnoreReturnValue
    public final BulkResult bulkUpsert(Collection<R> rows, UniqueKey<R> key) {
        return bulkUpsert(rows, key, BulkOptions.atomic());
    }

    /**
     * Stores rows, or changes those that have their keys, in as many statements as it takes. Rows may set different
     * columns. Rows with the same key are merged first: the last one wins, column by column. No rows, nothing happens.
     *
     * @throws InvalidValueException if a row leaves a column of the key unset, unless bad rows are isolated
     */
    @CanIgnoreReturnValue
    public final BulkResult bulkUpsert(Collection<R> rows, UniqueKey<R> key, BulkOptions options) {
        WriteResult<R> done = rows.isEmpty()
                ? WriteResult.nothing()
                : backend.write(
                        new Write.Upsert<>(table, List.copyOf(rows), key, options, false, origin("bulkUpsert")));
        return new BulkResult(done.inserted(), done.updated(), done.badRows());
    }

    /**
     * Deletes every row that matches.
     *
     * @return how many rows were deleted
     * @throws InvalidValueException if the filter is no condition and not
     *     {@link dev.dualbase.core.filter.Filters#everyRow()}
     */
    @CanIgnoreReturnValue
    public final long deleteWhere(Filter filter) {
        return backend.write(new Write.Delete<>(table, filter, origin("deleteWhere")))
                .deleted();
    }

    /** Runs a body in a transaction and returns what it returns: see {@link Backend#inTransaction}. */
    public final <T, X extends Exception> T withTransaction(TransactionBody<T, X> body) throws X {
        return withTransaction(TransactionOptions.defaults(), body);
    }

    /**
     * Runs a body in a transaction with options and returns what it returns. Without a subject of its own the transaction is
     * about this table.
     */
    public final <T, X extends Exception> T withTransaction(TransactionOptions options, TransactionBody<T, X> body)
            throws X {
        return backend.inTransaction(aboutThis(options), body);
    }

    /** Runs an action in a transaction. */
    public final <X extends Exception> void useTransaction(TransactionAction<X> action) throws X {
        useTransaction(TransactionOptions.defaults(), action);
    }

    /** Runs an action in a transaction with options. */
    public final <X extends Exception> void useTransaction(TransactionOptions options, TransactionAction<X> action)
            throws X {
        boolean done = backend.inTransaction(aboutThis(options), action.asBody());
        assert done;
    }

    private TransactionOptions aboutThis(TransactionOptions options) {
        return options.subject().isPresent()
                ? options
                : options.about(Read.of(table, Filters.noRow(), origin("withTransaction")));
    }

    private R stored(WriteResult<R> done) {
        return first(done.rows())
                .orElseThrow(() -> new EmptyResultException(
                        "the database stored no row: a trigger or rule left it out", info(null), null));
    }

    private void requirePageSize(int size) {
        if (size < 1) {
            throw new InvalidValueException(
                    "a page of " + table.getName() + " holds one row at least", "2201W", table.getName(), null);
        }
        requireWithinMaximum(size);
    }

    private void requireWithinMaximum(int rows) {
        if (rows > maxRows) {
            throw new InvalidValueException(
                    "the limit is above the maximum of " + maxRows + " rows", "2201W", table.getName(), null);
        }
    }

    private ErrorInfo info(@Nullable String sqlState) {
        return new ErrorInfo(sqlState, table.getName(), null, null, null);
    }
}
