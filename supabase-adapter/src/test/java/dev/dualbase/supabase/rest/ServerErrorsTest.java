// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.Failure.SECRET;
import static dev.dualbase.supabase.rest.ThingTable.CLOSED;
import static dev.dualbase.supabase.rest.ThingTable.IN_HIDDEN;
import static dev.dualbase.supabase.rest.ThingTable.MISSING;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses is the same exception over REST and over JDBC, with the same names and without values. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServerErrorsTest {
    @RegisterExtension
    static final ThingDatabase DATABASE =
            new ThingDatabase(options -> options.withRoleSettings(Map.of("statement_timeout", "700ms")));

    @BeforeAll
    static void closeOneTable() {
        DATABASE.execute("revoke all on closed_thing from service_role");
    }

    /** What a call throws on REST, after JDBC threw one that differs in nothing but its words. */
    @CanIgnoreReturnValue
    private static Failure same(
            Class<? extends StorageException> type, String sqlState, Function<Backend, Object> call) {
        Failure jdbc = Failure.of(type, () -> call.apply(DATABASE.jdbc())).sqlState(sqlState);
        Failure rest = Failure.of(type, () -> call.apply(DATABASE.backend())).sqlState(sqlState);
        assertThat(rest.exception().constraint())
                .as("constraint")
                .isEqualTo(jdbc.exception().constraint());
        assertThat(rest.exception().column())
                .as("column")
                .isEqualTo(jdbc.exception().column());
        assertThat(rest.exception().table())
                .as("table")
                .isEqualTo(jdbc.exception().table());
        return rest;
    }

    private static Function<Backend, Object> inserting(Record row) {
        return backend -> ThingDatabase.things(backend).insert(row);
    }

    private static Record row() {
        return THING.row(1, SECRET);
    }

    private static BaseRepository<Record> rows(Backend backend, Table<Record> table) {
        return new BaseRepository<>(backend, table);
    }

    @Test
    void a_duplicate_key() {
        DATABASE.things().insert(row().with(THING.CODE, SECRET));
        same(DuplicateKeyException.class, "23505", inserting(row()))
                .constraint("thing_pkey")
                .detail("(id)=(1)");
        same(DuplicateKeyException.class, "23505", inserting(THING.row(2, "n").with(THING.CODE, SECRET)))
                .constraint("thing_code_key")
                .detail(SECRET);
    }

    @Test
    void a_reference_to_nothing_and_a_row_that_is_referred_to() {
        same(ForeignKeyException.class, "23503", inserting(row().with(THING.OWNER_ID, 4L)))
                .constraint("thing_owner_fkey")
                .detail("owner_id");
        DATABASE.execute("insert into owner values (4); insert into thing (id, name, owner_id) values (1, 'n', 4)");
        OwnerTable owner = OwnerTable.OWNER;
        same(ForeignKeyException.class, "23503", backend -> rows(backend, owner).deleteWhere(eq(owner.ID, 4L)))
                .constraint("thing_owner_fkey");
    }

    @Test
    void a_reference_that_is_checked_at_the_end() {
        DATABASE.execute("alter table thing alter constraint thing_owner_fkey initially deferred");
        try {
            same(ForeignKeyException.class, "23503", inserting(row().with(THING.OWNER_ID, 4L)))
                    .constraint("thing_owner_fkey");
            assertThat(DATABASE.things().count(everyRow())).isZero();
        } finally {
            DATABASE.execute("alter table thing alter constraint thing_owner_fkey initially immediate");
        }
    }

    @Test
    void a_missing_value() {
        same(
                        NotNullException.class,
                        "23502",
                        inserting(THING.newRecord().with(THING.ID, 1L).with(THING.CODE, SECRET)))
                .column("name")
                .table("thing")
                .detail(SECRET);
    }

    @Test
    void a_violated_check_of_a_table_and_of_a_domain() {
        same(CheckViolationException.class, "23514", inserting(row().with(THING.AMOUNT, new BigDecimal("-1"))))
                .constraint("thing_amount_check")
                .detail(SECRET);
        Failure.of(CheckViolationException.class, () -> DATABASE.things().insert(row().with(THING.SIZE, -5)))
                .sqlState("23514")
                .constraint("positive_check");
    }

    @Test
    void a_value_that_does_not_fit() {
        same(InvalidValueException.class, "22001", inserting(THING.row(1, SECRET + SECRET)));
        same(InvalidValueException.class, "22003", inserting(row().with(THING.AMOUNT, new BigDecimal("1e9"))));
        same(InvalidValueException.class, "22P02", inserting(row().with(THING.DATA, JSONB.jsonb("{" + SECRET))));
    }

    @Test
    void a_missing_table() {
        Function<Backend, Object> insert = backend -> rows(backend, MISSING).insert(MISSING.row(1, SECRET));
        same(SchemaMismatchException.class, "42P01", insert).table("missing_thing");
        same(
                        SchemaMismatchException.class,
                        "42P01",
                        backend -> rows(backend, MISSING).findMany(eq(MISSING.NAME, SECRET)))
                .table("missing_thing");
        same(
                SchemaMismatchException.class,
                "42P01",
                backend -> rows(backend, MISSING).deleteWhere(eq(MISSING.NAME, SECRET)));
        same(
                SchemaMismatchException.class,
                "42P01",
                backend -> rows(backend, MISSING)
                        .updateWhere(
                                eq(MISSING.NAME, SECRET), MISSING.newRecord().with(MISSING.NAME, SECRET)));
    }

    @Test
    void a_missing_column() {
        DATABASE.execute("alter table thing rename labels to renamed");
        DATABASE.server().reloadSchema();
        try {
            Record row = row().with(THING.LABELS, new ThingTable.Labels(List.of(SECRET)));
            same(SchemaMismatchException.class, "42703", inserting(row)).table("thing");
            same(
                    SchemaMismatchException.class,
                    "42703",
                    backend -> rows(backend, THING).findMany(everyRow()));
            same(
                    SchemaMismatchException.class,
                    "42703",
                    backend -> rows(backend, THING).selecting(THING.ID).findMany(Filters.isNull(THING.LABELS)));
            same(
                    SchemaMismatchException.class,
                    "42703",
                    backend -> rows(backend, THING)
                            .selecting(THING.ID)
                            .findMany(everyRow(), Order.by(Sort.asc(THING.LABELS))));
            same(
                    SchemaMismatchException.class,
                    "42703",
                    backend -> rows(backend, THING)
                            .updateWhere(everyRow(), THING.newRecord().with(THING.LABELS, null)));
        } finally {
            DATABASE.execute("alter table thing rename renamed to labels");
            DATABASE.server().reloadSchema();
        }
    }

    @Test
    void a_table_that_is_not_allowed() {
        Filter mine = eq(CLOSED.NAME, SECRET);
        Failure.of(
                        AccessDeniedException.class,
                        () -> rows(DATABASE.backend(), CLOSED).findMany(mine))
                .sqlState("42501")
                .table("closed_thing");
        Failure.of(
                        AccessDeniedException.class,
                        () -> rows(DATABASE.backend(), CLOSED).insert(CLOSED.row(1, SECRET)))
                .sqlState("42501");
    }

    @Test
    void a_row_that_row_level_security_refuses_or_hides() {
        DATABASE.execute("""
                alter table thing enable row level security;
                grant all on thing to authenticated;
                create policy even on thing to authenticated using (id % 2 = 0);
                insert into thing (id, name) values (1, 'odd'), (2, 'even')""");
        try {
            String key = DATABASE.server().key("authenticated");
            BaseRepository<Record> theirs = ThingDatabase.things(DATABASE.open(any -> any.tokens(() -> key)));
            Failure.of(AccessDeniedException.class, () -> theirs.insert(THING.row(3, SECRET)))
                    .sqlState("42501");
            assertThat(theirs.findMany(everyRow())).hasSize(1);
            assertThat(theirs.updateWhere(eq(THING.ID, 1L), THING.newRecord().with(THING.NAME, "x")))
                    .isZero();
            assertThat(theirs.deleteWhere(everyRow())).isEqualTo(1);
        } finally {
            DATABASE.execute("drop policy even on thing; alter table thing disable row level security");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0001", "DB001", "45000", "PT418", "22023", "0A000", "XX000", "54001"})
    void a_trigger_that_raises_a_code_of_its_own(String code) {
        Function<Backend, Object> call = inserting(row().with(THING.CODE, "raise:" + code));
        Throwable expected = catchThrowable(() -> call.apply(DATABASE.jdbc()));
        same(expected.getClass().asSubclass(StorageException.class), code, call)
                .detail("Detail: the name is " + SECRET);
    }

    @Test
    void a_trigger_that_raises_the_code_of_a_constraint_names_none() {
        Failure.of(DuplicateKeyException.class, () -> DATABASE.things().insert(row().with(THING.CODE, "raise:23505")))
                .sqlState("23505")
                .detail(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"418", "404", "401", "500", "503", "429"})
    void a_trigger_that_chooses_the_answer(String status) {
        same(ServerErrorException.class, "PGRST", inserting(row().with(THING.CODE, "answer:" + status)))
                .detail(SECRET);
    }

    @Test
    void a_statement_that_runs_out_of_time() {
        Failure.of(QueryTimeoutException.class, () -> DATABASE.things().insert(row().with(THING.CODE, "sleep")))
                .sqlState("57014")
                .table("thing");
    }

    @Test
    void a_schema_that_is_not_shown() {
        Failure.of(
                        SchemaMismatchException.class,
                        () -> rows(DATABASE.backend(), IN_HIDDEN).findMany(everyRow()))
                .sqlState("3F000")
                .table("thing");
    }

    @Test
    void a_key_that_is_none() {
        for (String key : List.of("eyJ." + SECRET + ".x", "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoieCJ9." + SECRET)) {
            SupabaseRestBackend backend =
                    DATABASE.opened(new SupabaseRestBuilder(DATABASE.server().url(), key).build());
            Failure.of(
                            AccessDeniedException.class,
                            () -> ThingDatabase.things(backend).findMany(everyRow()))
                    .sqlState("28000");
            Failure.of(
                            AccessDeniedException.class,
                            () -> ThingDatabase.things(backend).insert(row()))
                    .sqlState("28000");
            assertThat(backend.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void a_key_that_is_no_token_is_anybody() {
        SupabaseRestBackend backend =
                DATABASE.opened(new SupabaseRestBuilder(DATABASE.server().url(), "sb_secret_" + SECRET).build());
        Failure.of(
                        AccessDeniedException.class,
                        () -> ThingDatabase.things(backend).findMany(everyRow()))
                .sqlState("42501");
    }

    @Test
    void sql_is_refused_before_anything_is_sent() {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend = server.builder().build()) {
            BaseRepository<Record> things = ThingDatabase.things(backend);
            Filter sql = eq(THING.ID, 1L).and(Filters.sql(DSL.condition("true")));
            for (Function<Filter, Object> call : List.<Function<Filter, Object>>of(
                    things::findMany,
                    things::count,
                    things::deleteWhere,
                    filter -> things.updateWhere(filter, THING.newRecord().with(THING.NAME, "n")),
                    filter -> things.withStream(filter, Order.byPrimaryKey(), rows -> rows.count()))) {
                Failure.of(UnsupportedCapabilityException.class, () -> call.apply(sql));
            }
            assertThat(server.requests()).isEmpty();
        }
    }
}
