// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.RowCheck;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Sort;
import dev.dualbase.supabase.rest.Request.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Carries out reads. A list of values that is too long for one URL becomes several reads, whose rows are merged. */
final class RestReader {

    /** Instants come in UTC whatever the zone of the server. */
    private static final String UTC = "timezone=UTC";

    private static final String COUNT = "count=exact";

    private final RestClient client;
    private final RestSettings settings;
    private final SelectLists lists;
    private final RowCap cap = new RowCap();

    RestReader(RestClient client, RestSettings settings, SelectLists lists) {
        this.client = client;
        this.lists = lists;
        this.settings = settings;
    }

    <R extends Record> List<R> read(Read<R> read) {
        return rows(read).toList();
    }

    <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        try (Stream<R> rows = rows(read)) {
            return function.apply(rows);
        }
    }

    long count(Read<?> read) {
        return parts(read).stream().mapToLong(part -> count(read.table(), part)).sum();
    }

    private long count(Table<?> table, Filter filter) {
        QueryString query = new QueryString()
                .add("select", Quoted.column(table.fields()[0]))
                .add("limit", "0");
        FilterQuery.of(table, filter).addTo(query);
        return ask(table, query, COUNT).total();
    }

    private List<Filter> parts(Read<?> read) {
        return LongList.divide(
                read.filter(), filter -> FilterQuery.of(read.table(), filter).length() > settings.maxUrlBytes() / 2);
    }

    private <R extends Record> Stream<R> rows(Read<R> read) {
        Read<R> withKey = Pages.haveKeys(read) ? withKey(read) : read;
        List<Filter> parts = parts(withKey);
        Stream<R> rows = parts.size() == 1 ? inOrder(withKey) : merged(withKey, parts);
        return withKey.columns().size() == read.columns().size() ? rows : rows.map(row -> only(read, row));
    }

    private static <R extends Record> Read<R> withKey(Read<R> read) {
        List<Field<?>> columns = new ArrayList<>(read.columns());
        for (Sort sort : read.order().sorts()) {
            if (!columns.contains(sort.column())) {
                columns.add(sort.column());
            }
        }
        return columns.size() == read.columns().size() ? read : read.onlyColumns(columns);
    }

    private static <R extends Record> R only(Read<R> read, R row) {
        R wanted = read.table().newRecord();
        read.columns().forEach(column -> RowCheck.copy(column, row, wanted));
        wanted.changed(false);
        return wanted;
    }

    private <R extends Record> Stream<R> inOrder(Read<R> read) {
        Pages<R> pages =
                new Pages<>(read, cap, settings.pageSize(), (filter, offset, rows) -> page(read, filter, offset, rows));
        return stream(pages).flatMap(List::stream);
    }

    /** Each part is read from its beginning: which rows an offset leaves out is known when they are merged. */
    private <R extends Record> Stream<R> merged(Read<R> read, List<Filter> parts) {
        Comparator<Record> order =
                RowOrder.of(read.order()).filter(any -> Pages.haveKeys(read)).orElseThrow(() -> tooLong(read));
        Limit limit = read.limit().orElse(Limit.of(Integer.MAX_VALUE));
        int rowsOfPart = (int) Math.min(Integer.MAX_VALUE, limit.rows() + Math.min(Integer.MAX_VALUE, limit.offset()));
        List<Iterator<R>> sources = parts.stream()
                .map(part -> inOrder(part(read, part).limitedTo(Limit.of(rowsOfPart)))
                        .iterator())
                .toList();
        return stream(new MergedRows<>(sources, order)).skip(limit.offset()).limit(limit.rows());
    }

    private static <R extends Record> Read<R> part(Read<R> read, Filter filter) {
        return new Read<>(
                read.table(), read.columns(), filter, read.order(), read.limit(), read.origin(), read.preference());
    }

    private static UnsupportedCapabilityException tooLong(Read<?> read) {
        return new UnsupportedCapabilityException(
                "the list of values is too long for one URL, and rows in an order by text cannot be merged; ask for fewer"
                        + " values at a time, or order by columns that are no texts (" + Capability.LONG_FILTERS + ")",
                new ErrorInfo("54000", read.table().getName(), null, null, null),
                null);
    }

    private static <T> Stream<T> stream(Iterator<T> elements) {
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(elements, ordered), false);
    }

    private <R extends Record> List<R> page(Read<R> read, Filter filter, long offset, int rows) {
        SelectList<R> select = lists.of(read.table(), read.columns(), rows);
        QueryString query = select.query();
        FilterQuery.of(read.table(), filter).addTo(query);
        Ordering.addTo(query, read.order()).add("limit", Integer.toString(rows));
        if (offset > 0) {
            query.add("offset", Long.toString(offset));
        }
        return select.parse(ask(read.table(), query, UTC)).rows();
    }

    private Answer ask(Table<?> table, QueryString query, String preference) {
        Request request = Request.of(Verb.GET, Target.of(table, settings.schema()), query, List.of(preference), null);
        Answer answer = client.send(request);
        if (!answer.isAboutRows() || preference.equals(COUNT) && answer.total() < 0) {
            throw RestErrors.notPostgrest(answer);
        }
        return answer;
    }
}
