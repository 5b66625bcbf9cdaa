// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.Keyset;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.type.ColumnText;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a read, page by page, each asked for when the one before is used up. A page begins behind the key of the last
 * row, so that rows that are written meanwhile neither shift others out of sight nor into it twice. Only where a table has
 * no primary key, or an order has a column without a text form, are pages counted off.
 */
final class Pages<R extends Record> implements Iterator<List<R>> {

    private final Read<R> read;
    private final RowCap cap;
    private final int pageSize;
    private final PageSource<R> source;
    private final List<Field<?>> columns;
    private final boolean byKey;
    private long remaining;
    private long offset;
    private @Nullable R last;
    private boolean ended;

    /**
     * The pages of a read.
     *
     * @param source asks the server for one page
     */
    Pages(Read<R> read, RowCap cap, int pageSize, PageSource<R> source) {
        this.read = read;
        this.cap = cap;
        this.pageSize = pageSize;
        this.source = source;
        this.byKey = read.table().getPrimaryKey() != null
                && read.order().sorts().stream().allMatch(sort -> ColumnText.exists(sort.column()));
        this.columns = columns(read, byKey);
        this.remaining = read.limit().map(limit -> (long) limit.rows()).orElse(Long.MAX_VALUE);
        this.offset = read.limit().map(Limit::offset).orElse(0L);
        this.ended = remaining == 0;
    }

    private static List<Field<?>> columns(Read<?> read, boolean byKey) {
        Set<Field<?>> columns = new LinkedHashSet<>(read.columns());
        if (byKey && !read.columns().isEmpty()) {
            read.order().sorts().forEach(sort -> columns.add(sort.column()));
        }
        return List.copyOf(columns);
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    /** The next page, which may be empty if it is the last. */
    @Override
    public List<R> next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        int wanted = (int) Math.min(remaining, pageSize);
        List<R> rows = source.page(columns, filter(), offset, wanted);
        cap.saw(rows.size());
        remaining -= rows.size();
        ended = remaining == 0 || rows.isEmpty() || (rows.size() < wanted && cap.isBelow(rows.size()));
        advance(rows);
        return columns.size() == read.columns().size()
                ? rows
                : rows.stream().map(this::onlyWanted).toList();
    }

    private void advance(List<R> rows) {
        if (!byKey) {
            offset += rows.size();
        } else if (!rows.isEmpty()) {
            offset = 0;
            last = rows.get(rows.size() - 1);
        }
    }

    private Filter filter() {
        return last == null
                ? read.filter()
                : Filters.and(read.filter(), new Keyset(read.order(), Cursor.after(read.order(), last)).filter());
    }

    private R onlyWanted(R row) {
        R wanted = read.table().newRecord();
        read.columns().forEach(column -> copy(column, row, wanted));
        wanted.changed(false);
        return wanted;
    }

    private static <T> void copy(Field<T> column, Record from, Record to) {
        to.set(column, from.get(column));
    }

    /** Asks the server. */
    @FunctionalInterface
    interface PageSource<R extends Record> {

        /** These columns of the rows of a filter in the order of the read. */
        List<R> page(List<Field<?>> columns, Filter filter, long offset, int rows);
    }
}
