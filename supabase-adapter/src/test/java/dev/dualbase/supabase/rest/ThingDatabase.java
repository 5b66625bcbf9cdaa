// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Write;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.postgrest.PostgrestOptions;
import dev.dualbase.testkit.postgrest.PostgrestServer;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database with a PostgREST and a JDBC backend over it. The table is emptied after each test. */
final class ThingDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final String SCHEMA = """
            create table owner (id bigint constraint owner_pkey primary key);
            create domain positive as integer default 7 constraint positive_check check (value > 0);
            create table thing (
                id bigint constraint thing_pkey primary key,
                owner_id bigint constraint thing_owner_fkey references owner deferrable,
                name varchar(20) not null,
                code text constraint thing_code_key unique,
                amount numeric(10, 2) constraint thing_amount_check check (amount >= 0),
                size positive,
                doc json,
                data jsonb,
                tags text[],
                seen timestamptz,
                payload bytea,
                settings jsonb,
                labels text[]);
            create table keyless_thing as table thing with no data;
            create table closed_thing (like thing including all);
            create view thing_view as select * from thing;
            create table partitioned_thing (like thing, primary key (id)) partition by range (id);
            create table partitioned_thing_low partition of partitioned_thing for values from (0) to (1000);
            create schema other;
            create table other.thing (like thing including all);
            create schema hidden;
            create table hidden.thing (like thing including all);

            -- codes that act: raise:<SQLSTATE>, sleep, last words of PostgREST's own kind
            create function misbehave() returns trigger language plpgsql as $$
            begin
                if new.code like 'raise:%' then
                    raise exception 'raised for %', new.name
                        using errcode = substr(new.code, 7, 5), detail = 'the name is ' || new.name, hint = new.name;
                elsif new.code like 'answer:%' then
                    raise sqlstate 'PGRST' using
                        message = json_build_object('code', 'MINE', 'message', new.name)::text,
                        detail = json_build_object('status', substr(new.code, 8, 3)::int, 'headers', '{}'::json)::text;
                elsif new.code = 'sleep' then
                    perform pg_sleep(60);
                end if;
                return new;
            end $$;
            create trigger misbehaving before insert or update on thing for each row execute function misbehave();
            """;

    private static final Origin ORIGIN = new Origin("things", "test");

    private final UnaryOperator<PostgrestOptions> options;
    private final List<Backend> opened = new ArrayList<>();
    private RestOnServer rest;
    private JdbcBackend jdbc;

    ThingDatabase(UnaryOperator<PostgrestOptions> options) {
        this.options = options;
    }

    ThingDatabase() {
        this(any -> any);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PostgrestOptions shown = PostgrestOptions.defaults().withSchemas("public", "other");
        rest = RestOnServer.of(ServerKind.EMBEDDED, SchemaSource.script("things", SCHEMA), options.apply(shown));
        TestDatabase database = rest.database();
        jdbc = JdbcBackend.builder("jdbc")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(2)
                .build();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(Backend::close);
        opened.clear();
        execute("truncate thing, owner, keyless_thing, partitioned_thing, other.thing");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (rest != null) {
            jdbc.close();
            rest.close();
        }
    }

    SupabaseRestBackend backend() {
        return rest.backend();
    }

    JdbcBackend jdbc() {
        return jdbc;
    }

    PostgrestServer server() {
        return rest.server();
    }

    /** A backend with other settings. */
    SupabaseRestBackend open(UnaryOperator<SupabaseRestBuilder> settings) {
        return opened(settings.apply(builder()).build());
    }

    /** The same, closed after the test. */
    SupabaseRestBackend opened(SupabaseRestBackend backend) {
        opened.add(backend);
        return backend;
    }

    SupabaseRestBuilder builder() {
        return new SupabaseRestBuilder(server().url(), server().key("service_role"));
    }

    BaseRepository<Record> things() {
        return things(backend());
    }

    static BaseRepository<Record> things(Backend backend) {
        return new BaseRepository<>(backend, ThingTable.THING);
    }

    /** Runs a statement on a session of its own. */
    void execute(String sql) {
        DSL.using(rest.database().dataSource(), SQLDialect.POSTGRES).execute(sql);
    }

    <T> T value(Class<T> type, String sql) {
        return DSL.using(rest.database().dataSource(), SQLDialect.POSTGRES)
                .fetchSingle(sql)
                .get(0, type);
    }

    /** Ends the sessions of PostgREST, and lets it have no new ones. */
    void refuseConnections() {
        limitConnections("revoke connect on database %s from public");
    }

    void allowConnections() {
        limitConnections("grant connect on database %s to public");
    }

    private void limitConnections(String sql) {
        execute(sql.formatted(rest.database().name()));
        execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and application_name like 'dualbase-postgrest-%'");
    }

    /** Rows with the ids from 1 on. */
    void fill(int rows) {
        execute("insert into thing (id, name, code, amount) select i, 'n' || i % 7, 'c' || i, i % 10"
                + " from generate_series(1, " + rows + ") i");
    }

    /** Inserts all rows in one write. */
    @CanIgnoreReturnValue
    static List<Record> store(Backend backend, List<Record> rows) {
        return backend.write(new Write.Insert<>(ThingTable.THING, rows, Optional.empty(), ORIGIN))
                .rows();
    }

    /** The rows that an update changed, as it left them. */
    static List<Record> updated(Backend backend, Filter filter, Record changes) {
        return backend.write(new Write.Update<>(ThingTable.THING, filter, changes, true, ORIGIN))
                .rows();
    }

    /** Waits until a session sleeps in {@code pg_sleep}, and gives its number. */
    @CanIgnoreReturnValue
    int awaitSleeper() {
        String sleepers = "select coalesce(max(pid), 0) from pg_stat_activity"
                + " where datname = current_database() and wait_event = 'PgSleep'";
        Await.until("a session sleeps", () -> value(Integer.class, sleepers) > 0);
        return value(Integer.class, sleepers);
    }
}
