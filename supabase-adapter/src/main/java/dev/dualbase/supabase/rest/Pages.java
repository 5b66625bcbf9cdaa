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
import java.util.List;
import java.util.NoSuchElementException;
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
    private final boolean byKey;
    private long remaining;
    private long offset;
    private @Nullable R last;
    private boolean ended;

    /**
     * The pages of a read.
     *
     * @param read the read; its columns include those of its order
     * @param source asks the server for one page
     */
    Pages(Read<R> read, RowCap cap, int pageSize, PageSource<R> source) {
        this.read = read;
        this.cap = cap;
        this.pageSize = pageSize;
        this.source = source;
        this.byKey = haveKeys(read);
        this.remaining = read.limit().map(limit -> (long) limit.rows()).orElse(Long.MAX_VALUE);
        this.offset = read.limit().map(Limit::offset).orElse(0L);
        this.ended = remaining == 0;
    }

    /** Whether a row of a read can be found again by the columns of its order. */
    static boolean haveKeys(Read<?> read) {
        return read.table().getPrimaryKey() != null
                && read.order().sorts().stream().allMatch(sort -> ColumnText.exists(sort.column()));
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
        List<R> rows = source.page(filter(), offset, wanted);
        cap.saw(rows.size());
        remaining -= rows.size();
        ended = remaining == 0 || rows.isEmpty() || (rows.size() < wanted && cap.isBelow(rows.size()));
        advance(rows);
        return rows;
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

    /** Asks the server. */
    @FunctionalInterface
    interface PageSource<R extends Record> {

        /** The rows of a filter in the order of the read. */
        List<R> page(Filter filter, long offset, int rows);
    }
}
