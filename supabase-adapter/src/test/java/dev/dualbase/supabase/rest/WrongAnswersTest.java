// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.and;
import static dev.dualbase.core.filter.Filters.contains;
import static dev.dualbase.core.filter.Filters.containsIgnoreCase;
import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.like;
import static dev.dualbase.core.filter.Filters.ne;
import static dev.dualbase.core.filter.Filters.not;
import static dev.dualbase.core.filter.Filters.notIn;
import static dev.dualbase.core.filter.Filters.or;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where PostgREST answers plausibly and wrongly what is written plainly; the answers of JDBC are the right ones. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrongAnswersTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase(options -> options.withMaxRows(10));

    private final RecordedServer line = RecordedServer.before(DATABASE.server().url());
    private SupabaseRestBackend backend;
    private BaseRepository<Record> things;

    @BeforeEach
    void open() {
        backend = DATABASE.opened(
                new SupabaseRestBuilder(line.url(), DATABASE.server().key("service_role")).build());
        things = ThingDatabase.things(backend);
    }

    @AfterEach
    void close() {
        line.close();
    }

    private static void store(String... codes) {
        List<Record> rows = new ArrayList<>();
        for (String code : codes) {
            rows.add(THING.row(rows.size() + 1L, "n").with(THING.CODE, code));
        }
        ThingDatabase.store(DATABASE.jdbc(), rows);
    }

    private static List<String> codes(Backend backend, Filter filter) {
        return ThingDatabase.things(backend).findMany(filter).stream()
                .map(row -> String.valueOf(row.get(THING.CODE)))
                .toList();
    }

    private void assertCodes(Filter filter, String... expected) {
        assertThat(codes(DATABASE.jdbc(), filter)).as("JDBC").containsExactly(expected);
        assertThat(codes(backend, filter)).as("REST").containsExactly(expected);
        assertThat(things.count(filter)).as("count").isEqualTo(expected.length);
    }

    @Test
    void a_list_of_one_empty_text_is_no_empty_list() {
        store("", "a");
        assertCodes(in(THING.CODE, List.of("")), "");
        assertCodes(notIn(THING.CODE, List.of("")), "a");
        assertCodes(not(or(in(THING.CODE, List.of("")), eq(THING.ID, 9L))), "a");
    }

    @Test
    void an_asterisk_in_a_pattern_is_an_asterisk() {
        store("a*c", "abc", "a%c", "A*C");
        assertCodes(like(THING.CODE, "a*c"), "a*c");
        assertCodes(contains(THING.CODE, "*"), "a*c", "A*C");
        assertCodes(containsIgnoreCase(THING.CODE, "a*"), "a*c", "A*C");
        assertCodes(and(like(THING.CODE, "a\\*%"), or(isNull(THING.OWNER_ID), eq(THING.ID, 9L))), "a*c");
    }

    @Test
    void a_text_is_not_cut_at_the_character_zero() {
        store("plain", "");
        for (String text : List.of("plain\0xx", "\0abc")) {
            int before = line.requests().size();
            Failure.of(InvalidValueException.class, () -> things.findMany(eq(THING.CODE, text)))
                    .sqlState("22021");
            Failure.of(InvalidValueException.class, () -> things.deleteWhere(in(THING.CODE, List.of(text, "b"))))
                    .sqlState("22021");
            Failure.of(InvalidValueException.class, () -> things.count(contains(THING.CODE, text)))
                    .sqlState("22021");
            assertThat(line.requests()).hasSize(before);
        }
        assertThat(things.count(everyRow())).isEqualTo(2);
    }

    @Test
    void nothing_behind_a_value_in_a_tree_or_list_is_lost() {
        store("a(b)c", "a", "a(b", "b\"c", "d,e", "\\", " f", "null", "1)junk");
        assertCodes(or(eq(THING.CODE, "a(b)c"), eq(THING.ID, 99L)), "a(b)c");
        assertCodes(in(THING.CODE, List.of("a(b)c", "b\"c")), "a(b)c", "b\"c");
        assertCodes(in(THING.CODE, List.of("d,e", "\\", " f", "null")), "d,e", "\\", " f", "null");
        assertCodes(or(eq(THING.CODE, "1)junk"), eq(THING.CODE, "b\"c")), "b\"c", "1)junk");
        assertCodes(not(and(ne(THING.CODE, "a(b"), ne(THING.CODE, "a"))), "a", "a(b");
    }

    @Test
    void an_update_with_alternatives_on_a_column_that_it_sets_tells_what_it_changed() {
        store("a", "b", "c");
        Filter either = or(eq(THING.CODE, "a"), eq(THING.CODE, "b"));
        assertThat(things.updateWhere(either, THING.newRecord().with(THING.CODE, null)))
                .isEqualTo(2);
        assertThat(things.count(isNull(THING.CODE))).isEqualTo(2);
    }

    @Test
    void an_update_with_alternatives_that_wants_its_rows_is_refused() {
        store("a", "b");
        Filter either = or(eq(THING.CODE, "a"), eq(THING.CODE, "b"));
        Failure.of(
                UnsupportedCapabilityException.class,
                () -> ThingDatabase.updated(backend, either, THING.newRecord().with(THING.CODE, null)));
        assertThat(things.count(isNull(THING.CODE))).isZero();
    }

    @Test
    void no_request_depends_on_a_preference_that_a_server_may_ignore() {
        store("a");
        things.insert(THING.row(7, "n"));
        things.upsert(THING.row(7, "m"), THING.PRIMARY);
        things.updateWhere(eq(THING.ID, 7L), THING.newRecord().with(THING.NAME, "o"));
        things.deleteWhere(eq(THING.ID, 7L));
        assertThat(line.requests())
                .filteredOn(request -> !request.startsWith("GET") && !request.contains("/rpc/"))
                .hasSize(4)
                .allSatisfy(request -> assertThat(request)
                        .containsIgnoringCase("handling=strict")
                        .doesNotContain("tx=", "max-affected"));
    }

    @Test
    void an_answer_that_the_server_cut_is_continued() {
        DATABASE.fill(25);
        assertThat(things.findMany(everyRow())).hasSize(25);
        assertThat(things.findMany(gt(THING.ID, 10L))).hasSize(15);
        assertThat(things.count(everyRow())).isEqualTo(25);
    }

    @Test
    void an_upsert_leaves_the_generated_key_of_a_row_as_it_is() {
        store("a");
        DATABASE.execute("alter table thing alter id add generated by default as identity (start with 50)");
        DATABASE.server().reloadSchema();
        try {
            Record changed =
                    things.upsert(THING.newRecord().with(THING.CODE, "a").with(THING.NAME, "changed"), THING.BY_CODE);
            assertThat(changed.get(THING.ID)).isEqualTo(1L);
            assertThat(codes(DATABASE.jdbc(), eq(THING.ID, 1L))).containsExactly("a");
        } finally {
            DATABASE.execute("alter table thing alter id drop identity");
            DATABASE.server().reloadSchema();
        }
    }

    @Test
    void a_write_has_no_bound_on_its_rows() {
        DATABASE.fill(25);
        assertThat(things.updateWhere(gt(THING.ID, 5L), THING.newRecord().with(THING.NAME, "x")))
                .isEqualTo(20);
        assertThat(ThingDatabase.updated(
                        backend, gt(THING.ID, 5L), THING.newRecord().with(THING.NAME, "y")))
                .hasSize(20);
        assertThat(things.deleteWhere(gt(THING.ID, 5L))).isEqualTo(20);
        assertThat(line.requests())
                .filteredOn(request -> request.startsWith("PATCH") || request.startsWith("DELETE"))
                .hasSize(3)
                .noneMatch(request -> request.contains("limit=") || request.contains("offset="))
                .noneMatch(request -> request.toLowerCase(Locale.ROOT).contains("\nrange:"));
    }

    @Test
    void the_text_null_is_no_null() {
        store("null", "a");
        DATABASE.execute("insert into thing (id, name) values (3, 'n')");
        assertCodes(eq(THING.CODE, "null"), "null");
        assertCodes(isNull(THING.CODE), "null"); // the text of a NULL
        assertThat(things.findMany(isNull(THING.CODE)).get(0).get(THING.ID)).isEqualTo(3);
        assertCodes(isDistinctFrom(THING.CODE, null), "null", "a");
        assertThat(things.count(isDistinctFrom(THING.CODE, "null"))).isEqualTo(2);
        assertThat(things.count(not(or(isNull(THING.CODE), isNull(THING.NAME)))))
                .isEqualTo(2);
    }
}
