// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Read;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.supabase.rest.Request.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Carries out reads. */
final class RestReader {

    /** Instants come in UTC whatever the zone of the server. */
    private static final String UTC = "timezone=UTC";

    private static final String COUNT = "count=exact";

    private final RestClient client;
    private final RestSettings settings;
    private final RowCap cap = new RowCap();

    RestReader(RestClient client, RestSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    <R extends Record> List<R> read(Read<R> read) {
        List<R> rows = new ArrayList<>();
        pages(read).forEachRemaining(rows::addAll);
        return rows;
    }

    <R extends Record, T> T stream(Read<R> read, Function<Stream<R>, T> function) {
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        try (Stream<R> rows = StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages(read), ordered), false)
                .flatMap(List::stream)) {
            return function.apply(rows);
        }
    }

    private <R extends Record> Pages<R> pages(Read<R> read) {
        return new Pages<>(
                read,
                cap,
                settings.pageSize(),
                (columns, filter, offset, rows) -> page(read, columns, filter, offset, rows));
    }

    private <R extends Record> List<R> page(
            Read<R> read, List<Field<?>> columns, Filter filter, long offset, int rows) {
        SelectList<R> select = SelectList.of(read.table(), columns);
        QueryString query = new QueryString().add("select", select.parameter());
        FilterQuery.of(read.table(), filter).addTo(query);
        Ordering.addTo(query, read.order()).add("limit", Integer.toString(rows));
        if (offset > 0) {
            query.add("offset", Long.toString(offset));
        }
        Answer answer = ask(read.table(), query, UTC);
        return select.parse(answer.body()).rows();
    }

    long count(Read<?> read) {
        QueryString query = new QueryString()
                .add("select", Quoted.of(read.table().field(0).getName()))
                .add("limit", "0");
        FilterQuery.of(read.table(), read.filter()).addTo(query);
        return ask(read.table(), query, COUNT).total();
    }

    private Answer ask(Table<?> table, QueryString query, String preference) {
        Target target = Target.of(table, settings.schema());
        Request request = Request.of(Verb.GET, target, query, List.of(preference), null);
        Answer answer = client.send(request);
        if (!answer.isAboutRows()) {
            throw RestErrors.notPostgrest(request, answer);
        }
        return answer;
    }
}
