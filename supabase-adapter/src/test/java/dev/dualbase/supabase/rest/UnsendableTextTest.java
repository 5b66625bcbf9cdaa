// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.arrayContains;
import static dev.dualbase.core.filter.Filters.arrayOverlaps;
import static dev.dualbase.core.filter.Filters.between;
import static dev.dualbase.core.filter.Filters.contains;
import static dev.dualbase.core.filter.Filters.containsIgnoreCase;
import static dev.dualbase.core.filter.Filters.endsWith;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.ilike;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.core.filter.Filters.jsonContains;
import static dev.dualbase.core.filter.Filters.jsonTextEq;
import static dev.dualbase.core.filter.Filters.like;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.core.filter.Filters.parse;
import static dev.dualbase.core.filter.Filters.startsWith;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.supabase.rest.ThingTable.Document;
import dev.dualbase.supabase.rest.ThingTable.Labels;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that PostgreSQL cannot hold is refused wherever it stands, before anything is sent. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnsendableTextTest {
    private static List<Supplier<Filter>> filters(String text) {
        return List.of(
                () -> eq(THING.CODE, text),
                () -> gt(THING.CODE, text),
                () -> between(THING.CODE, "a", text),
                () -> in(THING.CODE, List.of("a", text)),
                () -> notIn(THING.CODE, List.of(text)),
                () -> isDistinctFrom(THING.CODE, text),
                () -> like(THING.CODE, text),
                () -> ilike(THING.CODE, "*" + text),
                () -> contains(THING.CODE, text),
                () -> containsIgnoreCase(THING.CODE, "*" + text),
                () -> startsWith(THING.CODE, text),
                () -> endsWith(THING.CODE, "*" + text),
                () -> arrayContains(THING.TAGS, List.of(text)),
                () -> arrayOverlaps(THING.TAGS, List.of("a", text)),
                () -> jsonContains(THING.DATA, JSONB.jsonb("\"" + text + "\"")),
                () -> jsonTextEq(THING.DATA, text, "a"),
                () -> jsonTextEq(THING.DATA, "a", text),
                () -> eq(THING.LABELS, new Labels(List.of(text))),
                () -> eq(THING.SETTINGS, new Document("\"" + text + "\"")),
                () -> parse(THING, "code", "eq", text),
                () -> not(eq(THING.CODE, text).or(eq(THING.ID, 1L))));
    }

    private static List<Record> rows(String text) {
        return List.of(
                THING.row(1, text),
                THING.row(1, "n").with(THING.TAGS, new String[] {"a", text}),
                THING.row(1, "n").with(THING.DATA, JSONB.jsonb("\"" + text + "\"")),
                THING.row(1, "n").with(THING.DOC, JSON.json("{\"" + text + "\":1}")),
                THING.row(1, "n").with(THING.LABELS, new Labels(List.of(text))),
                THING.row(1, "n").with(THING.SETTINGS, new Document("[\"" + text + "\"]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "\0", "a\ud800", "\udc00b", "\udc00\ud800"})
    void in_filters_and_rows(String text) {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend = server.builder().build()) {
            BaseRepository<Record> things = ThingDatabase.things(backend);
            for (Supplier<Filter> filter : filters(text)) {
                Failure.of(InvalidValueException.class, () -> things.findMany(filter.get()))
                        .withoutValue(text);
                Failure.of(InvalidValueException.class, () -> things.deleteWhere(filter.get()));
            }
            for (Record row : rows(text)) {
                Failure.of(InvalidValueException.class, () -> things.insert(row))
                        .withoutValue(text);
                Failure.of(InvalidValueException.class, () -> things.upsert(row, THING.PRIMARY));
                Failure.of(InvalidValueException.class, () -> things.updateWhere(everyRow(), row));
            }
            assertThat(server.requests()).isEmpty();
        }
    }
}
