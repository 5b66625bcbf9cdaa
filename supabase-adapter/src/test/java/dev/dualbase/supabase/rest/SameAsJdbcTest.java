// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.containsIgnoreCase;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.ilike;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.core.filter.Filters.like;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.supabase.rest.ThingTable.Document;
import dev.dualbase.supabase.rest.ThingTable.Labels;
import java.util.List;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Columns and settings of a database that the contract's tables do not have, answered as over JDBC. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SameAsJdbcTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase();

    private final BaseRepository<Record> rest = DATABASE.things();
    private final BaseRepository<Record> jdbc = ThingDatabase.things(DATABASE.jdbc());

    private static List<Backend> backends() {
        return List.of(DATABASE.jdbc(), DATABASE.backend());
    }

    private void assertSameRows() {
        List<Record> expected = jdbc.findMany(everyRow());
        List<Record> rows = rest.findMany(everyRow());
        assertThat(rows).hasSameSizeAs(expected);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).intoList()).isEqualTo(expected.get(i).intoList());
        }
    }

    @Test
    void a_column_with_a_converter_on_a_document_is_stored_and_read_as_a_document() {
        Record row = THING.row(1, "n").with(THING.SETTINGS, new Document("{\"a\": [1, \"x\"]}"));
        for (Backend backend : backends()) {
            BaseRepository<Record> things = ThingDatabase.things(backend);
            things.insert(row);
            assertThat(DATABASE.value(String.class, "select settings ->> 'a' from thing"))
                    .isEqualTo("[1, \"x\"]");
            assertThat(things.getById(1L).get(THING.SETTINGS)).isEqualTo(new Document("{\"a\": [1, \"x\"]}"));
            things.updateWhere(everyRow(), THING.newRecord().with(THING.SETTINGS, new Document("\"text\"")));
            things.upsert(THING.row(1, "n").with(THING.SETTINGS, new Document("[2]")), THING.PRIMARY);
            assertThat(DATABASE.value(String.class, "select settings::text from thing"))
                    .isEqualTo("[2]");
            assertThat(things.count(in(THING.SETTINGS, List.of(new Document("[2]"), new Document("{}")))))
                    .isEqualTo(1);
            things.deleteWhere(everyRow());
        }
    }

    @Test
    void a_column_with_a_converter_on_an_array_is_stored_and_read_as_an_array() {
        Labels labels = new Labels(List.of("a,b", "\"c\"", "{}"));
        for (Backend backend : backends()) {
            BaseRepository<Record> things = ThingDatabase.things(backend);
            things.insert(THING.row(1, "n").with(THING.LABELS, labels));
            assertThat(DATABASE.value(String.class, "select labels[2] from thing"))
                    .isEqualTo("\"c\"");
            assertThat(things.getById(1L).get(THING.LABELS)).isEqualTo(labels);
            assertThat(things.count(in(THING.LABELS, List.of(labels, new Labels(List.of())))))
                    .isEqualTo(1);
            things.deleteWhere(everyRow());
        }
    }

    @Test
    void the_text_of_a_document_that_is_json_is_kept() {
        String text = "{ \"b\":1,   \"a\" : 1.10, \"b\": 2 }";
        List<Record> rows = List.of(
                THING.row(1, "n").with(THING.DOC, JSON.json(text)),
                THING.row(2, "n").with(THING.DOC, JSON.json(text)));
        ThingDatabase.store(DATABASE.backend(), rows);
        assertThat(DATABASE.value(Long.class, "select count(*) from thing where doc::text = '" + text + "'"))
                .isEqualTo(2);
        assertSameRows();
    }

    @Test
    void rows_that_set_different_columns_are_refused_where_a_document_would_lose_its_text() {
        List<Record> rows = List.of(
                THING.row(1, "n").with(THING.DOC, JSON.json("{\"b\":1,   \"a\" : 1.10}")),
                THING.row(2, "n").with(THING.CODE, "c"));
        Failure.of(UnsupportedCapabilityException.class, () -> ThingDatabase.store(DATABASE.backend(), rows));
        assertThat(rest.count(everyRow())).isZero();
    }

    @Test
    void what_some_rows_leave_out_gets_the_default_of_its_domain() {
        List<Record> rows = List.of(THING.row(1, "n").with(THING.SIZE, 3), THING.row(2, "n"));
        for (Backend backend : backends()) {
            ThingDatabase.store(backend, rows);
            assertThat(DATABASE.value(Integer.class, "select size from thing where id = 2"))
                    .as(backend.id())
                    .isEqualTo(7);
            DATABASE.execute("truncate thing");
        }
    }

    @Test
    void bytes_and_dates_are_read_whatever_the_form_of_the_session() {
        jdbc.insert(THING.row(1, "n").with(THING.PAYLOAD, new byte[] {0, 1, -1, 92}));
        assertThat(rest.getById(1L).get(THING.PAYLOAD)).containsExactly(0, 1, -1, 92);
        assertThat(rest.findOne(eq(THING.PAYLOAD, new byte[] {0, 1, -1, 92}))).isPresent();
    }

    @Test
    void texts_are_alike_without_their_case_as_over_jdbc() {
        List<String> texts = List.of(
                "*ПРИВЕТ",
                "*привет",
                "*straße",
                "*STRASSE",
                "*İi",
                "*ıI",
                "*É",
                "*é",
                "*Σς",
                "*σΣ",
                "*k",
                "*\u212a",
                "*ß",
                "*ẞ",
                "*µ",
                "*μ",
                "*ſ",
                "*s");
        long id = 0;
        for (String text : texts) {
            jdbc.insert(THING.row(++id, "n").with(THING.CODE, text));
        }
        for (String text : texts) {
            for (Filter filter : List.of(
                    containsIgnoreCase(THING.CODE, text),
                    ilike(THING.CODE, text),
                    containsIgnoreCase(THING.CODE, text.substring(1)))) {
                assertSame(filter);
            }
        }
    }

    @Test
    void patterns_with_and_without_asterisks_match_what_they_match_over_jdbc() {
        List<String> texts =
                List.of("a*b", "a\nb*", "*", "**", "", "a_b*", "\\*", "%*%", "(*)", "[*]", "{1}*", "^$*", "*?+|.");
        long id = 0;
        for (String text : texts) {
            jdbc.insert(THING.row(++id, "n").with(THING.CODE, text));
        }
        for (String text : texts) {
            assertSame(like(THING.CODE, "%" + text.replace("\\", "\\\\")));
            assertSame(ilike(THING.CODE, "%" + text.replace("\\", "\\\\")));
            assertSame(ilike(THING.CODE, "%" + text.replace("\\", "\\\\").replace("*", "\\*")));
            assertSame(containsIgnoreCase(THING.CODE, text));
            assertSame(like(THING.CODE, text.replace("\\", "\\\\").replace("*", "_")));
            assertSame(like(THING.CODE, text.replace("\\", "\\\\").replace("*", "%*")));
            assertSame(not(or(like(THING.CODE, "%*"), eq(THING.CODE, text))));
            assertSame(isDistinctFrom(THING.CODE, text));
        }
    }

    private void assertSame(Filter filter) {
        assertThat(rest.findMany(filter))
                .extracting(row -> row.get(THING.CODE))
                .isEqualTo(jdbc.findMany(filter).stream()
                        .map(row -> row.get(THING.CODE))
                        .toList());
        assertThat(rest.count(filter)).isEqualTo(jdbc.count(filter));
    }

    @Test
    void an_offset_beyond_everything_is_no_row() {
        DATABASE.fill(3);
        for (long offset : new long[] {3, 4, Integer.MAX_VALUE, Long.MAX_VALUE - 10}) {
            Limit limit = Limit.of(5, offset);
            assertThat(rest.findMany(everyRow(), Order.byPrimaryKey(), limit))
                    .isEqualTo(jdbc.findMany(everyRow(), Order.byPrimaryKey(), limit));
        }
    }

    @Test
    void a_document_inside_a_converter_that_is_null_is_refused_like_any() {
        Record row = THING.row(1, "n").with(THING.SETTINGS, new Document("null"));
        Failure.of(UnsupportedCapabilityException.class, () -> rest.insert(row));
        Failure.of(
                UnsupportedCapabilityException.class,
                () -> rest.insert(THING.row(1, "n").with(THING.DATA, JSONB.jsonb(" null "))));
    }
}
