// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.OddTable.ODD;
import static dev.dualbase.supabase.rest.OddTable.odd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.mirror.DivergenceMigration;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.DualWriteOptions;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.supabase.SupabaseFunctions;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A PostgreSQL over JDBC, and a Supabase over REST that is kept equal to it. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DualWriteToRestTest {
    private static final String NOTES = "dualbase_divergence";

    private RestOnServer rest;
    private TestDatabase database;
    private DualWriteBackend mirror;
    private BaseRepository<OddRecord> rows;

    /** What the other side has besides the tables. */
    String functions() {
        return SupabaseFunctions.script();
    }

    private static String tables() {
        try (InputStream script = DualWriteToRestTest.class.getResourceAsStream("/db/functiontest/V1__tables.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void open() {
        rest = RestOnServer.of(
                ServerKind.EMBEDDED, SchemaSource.script("odd tables over REST", tables() + functions()));
        database = PostgresServers.shared()
                .createDatabase(SchemaSource.script("odd tables", tables() + DivergenceMigration.script()));
    }

    @AfterAll
    void close() {
        if (rest != null) {
            database.close();
            rest.close();
        }
    }

    @BeforeEach
    void mirror() {
        Backend replay = primary("replay").maxConnections(1).build();
        DualWriteOptions options = DualWriteOptions.of(List.of(ODD))
                .retryingAfter(Duration.ofMillis(20), Duration.ofMillis(200))
                .replayingThrough(replay);
        mirror = DualWriteBackend.open(primary("primary").build(), rest.backend(), options);
        rows = new BaseRepository<>(mirror, ODD);
    }

    @AfterEach
    void empty() {
        mirror.close();
        onPrimary().truncate(ODD).execute();
        onPrimary().execute("truncate " + NOTES);
        onOther().truncate(ODD).execute();
    }

    private JdbcBackendBuilder primary(String id) {
        return JdbcBackend.builder(id).url(database.jdbcUrl()).credentials(database.user(), database.password());
    }

    private DSLContext onPrimary() {
        return DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    }

    private DSLContext onOther() {
        return DSL.using(rest.database().dataSource(), SQLDialect.POSTGRES);
    }

    private static List<String> texts(DSLContext side) {
        return side.resultQuery("select t::text from {0} t order by id", ODD).fetch(0, String.class);
    }

    private int notes() {
        return onPrimary().fetchCount(DSL.table(NOTES));
    }

    private Reconciliation compare() {
        return mirror.reconcile(ODD, ReconcileOptions.comparing().withPageSize(50));
    }

    private void assertEqualSoon() {
        Await.until("no row is known to differ", () -> notes() == 0);
        assertThat(texts(onOther())).isEqualTo(texts(onPrimary()));
        assertThat(compare()).matches(Reconciliation::isEqual, "is equal");
    }

    private boolean jsonNulls() {
        return rest.backend().capabilities().supports(Capability.JSON_NULLS);
    }

    /** Rows with all types and odd values; without JSON's null where the other side cannot take it. */
    private List<OddRecord> oddRows() {
        List<OddRecord> all = OddRows.all();
        if (!jsonNulls()) {
            all.stream()
                    .filter(row -> JSONB.valueOf("null").equals(row.get(ODD.DATA)))
                    .forEach(row -> row.set(ODD.DATA, null));
        }
        return all;
    }

    private static OddRecord named(String name) {
        OddRecord row = ODD.newRecord();
        row.set(ODD.NAME, name);
        return row;
    }

    @Test
    void every_kind_of_write_arrives() {
        oddRows().forEach(row -> assertThat(rows.insert(row)).isNotNull());
        assertEqualSoon();
        OddRecord empty = ODD.newRecord();
        for (var column : List.of(ODD.TAGS, ODD.NUMBERS, ODD.DATA, ODD.DAY, ODD.WALL, ODD.RAW, ODD.SELECT)) {
            empty.set(column, null);
        }
        assertThat(rows.updateWhere(Filters.lt(ODD.ID, 10L), empty)).isEqualTo(9);
        assertThat(rows.updateWhere(Filters.eq(ODD.ID, 20L), odd(2000))).isEqualTo(1);
        assertThat(rows.deleteWhere(Filters.between(ODD.ID, 10L, 15L))).isEqualTo(6);
        rows.upsert(odd(16, "changed"), ODD.PRIMARY);
        assertThat(rows.insertIfAbsent(odd(16, "no"), ODD.PRIMARY)).isEmpty();
        OddRecord byCode = named("found by its code");
        byCode.set(ODD.CODE, "c17");
        rows.upsert(byCode, ODD.BY_CODE);
        assertEqualSoon();
        assertThat(mirror.stats().failed()).isZero();
    }

    @Test
    void a_bulk_arrives_and_a_transaction_as_its_last_state() {
        List<OddRecord> many =
                IntStream.rangeClosed(1, 700).mapToObj(i -> odd(i, "n" + i)).toList();
        assertThat(rows.bulkUpsert(many, ODD.PRIMARY).inserted()).isEqualTo(700);
        rows.useTransaction(() -> {
            rows.updateWhere(Filters.lte(ODD.ID, 50L), named("for a moment"));
            rows.deleteWhere(Filters.lte(ODD.ID, 60L));
            rows.upsert(odd(1, "again"), ODD.PRIMARY);
        });
        assertEqualSoon();
        assertThat(onOther().fetchCount(ODD)).isEqualTo(641);
    }

    @Test
    void a_row_that_the_other_side_cannot_take_holds_up_no_other() {
        OddRecord jsonNull = odd(1, "json's own null");
        jsonNull.set(ODD.DATA, JSONB.valueOf("null"));
        rows.useTransaction(() -> {
            rows.insert(jsonNull);
            rows.insert(odd(2, "another"));
        });
        Await.until("the other one is there", () -> onOther().fetchExists(ODD, ODD.ID.eq(2L)));
        if (!jsonNulls()) {
            Await.until("its note is gone", () -> notes() == 1);
            rows.updateWhere(Filters.eq(ODD.ID, 1L), odd(1, "json's own null").with(ODD.DATA, null));
        }
        assertEqualSoon();
    }

    @Test
    void what_was_changed_behind_its_back_is_found_and_repaired() {
        rows.bulkUpsert(oddRows(), ODD.PRIMARY);
        assertEqualSoon();
        onOther().update(ODD).set(ODD.NAME, "x").where(ODD.ID.eq(3L)).execute();
        onOther().deleteFrom(ODD).where(ODD.ID.eq(4L)).execute();
        onOther().insertInto(ODD).set(ODD.ID, 5000L).execute();
        Reconciliation found =
                mirror.reconcile(ODD, ReconcileOptions.repairing().withPageSize(7));
        assertThat(List.of(found.different(), found.missing(), found.extra())).containsExactly(1L, 1L, 1L);
        assertThat(found.columns()).containsExactly(ODD.NAME.getName());
        assertEqualSoon();
    }

    @Test
    void both_sides_are_equal_after_the_server_was_stopped_and_started_under_load() {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            Random random = new Random(writer);
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        while (!over.get()) {
                            write(random);
                        }
                    },
                    DualWriteToRestTest::inThread));
        }
        try {
            for (int outage = 0; outage < 3; outage++) {
                long carried = mirror.stats().mirrored();
                long failed = mirror.stats().failed();
                Await.until("rows are carried over", () -> mirror.stats().mirrored() > carried + 50);
                rest.server().stop();
                Await.until("it is noticed", () -> mirror.stats().failed() > failed);
                rest.server().start();
            }
        } finally {
            over.set(true);
        }
        writers.forEach(writer -> assertThat(Await.get(writer)).isNull());
        assertThat(mirror.stats().writes()).isGreaterThan(150);
        assertEqualSoon();
    }

    private void write(Random random) {
        List<OddRecord> all = oddRows();
        OddRecord row = all.get(random.nextInt(all.size()));
        long id = row.get(ODD.ID);
        switch (random.nextInt(5)) {
            case 0 -> rows.deleteWhere(Filters.eq(ODD.ID, id));
            case 1 -> rows.updateWhere(Filters.eq(ODD.ID, id), named("n" + random.nextInt()));
            case 2 ->
                rows.bulkUpsert(
                        IntStream.range(0, 5)
                                .mapToObj(i -> odd(2000 + i, "bulk " + random.nextInt()))
                                .toList(),
                        ODD.PRIMARY);
            default -> upsert(row);
        }
    }

    /** Two sessions that insert the same row at once may meet in the index of the other key, which no upsert asks for. */
    private void upsert(OddRecord row) {
        try {
            assertThat(rows.upsert(row, ODD.PRIMARY)).isNotNull();
        } catch (DuplicateKeyException met) {
            assertThat(met.constraint()).contains("odd_code_key");
        }
    }

    /** A thread for each: the common pool has but one on a machine with two processors. */
    private static void inThread(Runnable work) {
        new Thread(work).start();
    }
}
