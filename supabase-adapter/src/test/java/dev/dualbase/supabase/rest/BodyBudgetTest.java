// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.repository.BaseRepository;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rows that are more than one request may carry. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BodyBudgetTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase();

    private RecordedServer line;
    private SupabaseRestBackend backend;
    private BaseRepository<Record> things;

    @BeforeEach
    void open() {
        line = RecordedServer.before(DATABASE.server().url());
        backend = DATABASE.opened(
                new SupabaseRestBuilder(line.url(), DATABASE.server().key("service_role"))
                        .maxBodyBytes(1_000)
                        .build());
        things = ThingDatabase.things(backend);
    }

    @AfterEach
    void close() {
        line.close();
    }

    private static List<Record> rows(int count) {
        List<Record> rows = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            rows.add(THING.row(id, "a name").with(THING.CODE, "c".repeat(50) + id));
        }
        return rows;
    }

    private long stored() {
        return DATABASE.things().count(everyRow());
    }

    private long posts() {
        return line.requests().stream()
                .filter(request -> request.startsWith("POST /thing"))
                .count();
    }

    @Test
    void a_bulk_that_must_be_whole_is_refused_before_anything_is_sent() {
        Failure.of(UnsupportedCapabilityException.class, () -> things.bulkUpsert(rows(40), THING.PRIMARY))
                .message("maxBodyBytes");
        Failure.of(UnsupportedCapabilityException.class, () -> ThingDatabase.store(backend, rows(40)))
                .message("maxBodyBytes");
        assertThat(line.requests()).isEmpty();
    }

    @Test
    void a_bulk_that_may_be_split_is_stored_in_parts() {
        BulkResult result = things.bulkUpsert(rows(40), THING.PRIMARY, BulkOptions.splittable());
        assertThat(result.inserted()).isEqualTo(40);
        assertThat(stored()).isEqualTo(40);
        assertThat(posts()).isBetween(4L, 6L);
        assertThat(line.requests())
                .allSatisfy(request -> assertThat(request.substring(request.indexOf("\r\n\r\n") + 4))
                        .hasSizeLessThanOrEqualTo(1_000));
    }

    @Test
    void a_part_that_fails_leaves_those_before_it_and_none_behind_it() {
        List<Record> rows = rows(40);
        rows.get(20).set(THING.CODE, rows.get(0).get(THING.CODE));
        Failure.of(DuplicateKeyException.class, () -> things.bulkUpsert(rows, THING.PRIMARY, BulkOptions.splittable()));
        assertThat(stored()).isBetween(8L, 20L);
        assertThat(DATABASE.things().findById(40L)).isEmpty();
    }

    @Test
    void a_row_that_is_too_large_alone_is_refused() {
        Record large = THING.row(1, "n").with(THING.CODE, "x".repeat(2_000));
        Failure.of(InvalidValueException.class, () -> things.insert(large))
                .sqlState("54000")
                .table("thing");
        Failure.of(InvalidValueException.class, () -> things.upsert(large, THING.PRIMARY))
                .sqlState("54000");
        Failure.of(
                        InvalidValueException.class,
                        () -> things.updateWhere(everyRow(), THING.newRecord().with(THING.CODE, "x".repeat(2_000))))
                .sqlState("54000");
        Failure.of(
                InvalidValueException.class,
                () -> things.bulkUpsert(List.of(THING.row(2, "n"), large), THING.PRIMARY, BulkOptions.splittable()));
        assertThat(posts()).isZero();
    }

    @Test
    void bad_rows_are_isolated_over_several_bodies() {
        List<Record> rows = rows(40);
        rows.get(7).set(THING.NAME, null);
        rows.get(19).set(THING.CODE, "x".repeat(2_000));
        rows.get(33).set(THING.CODE, rows.get(32).get(THING.CODE));
        BulkResult result = things.bulkUpsert(rows, THING.PRIMARY, BulkOptions.isolateBadRows());
        assertThat(result.inserted()).isEqualTo(37);
        assertThat(result.badRows()).extracting(bad -> bad.index()).containsExactly(7, 19, 33);
        assertThat(result.badRows())
                .<Class<?>>extracting(bad -> bad.failure().getClass())
                .containsExactly(NotNullException.class, InvalidValueException.class, DuplicateKeyException.class);
        assertThat(stored()).isEqualTo(37);
    }
}
