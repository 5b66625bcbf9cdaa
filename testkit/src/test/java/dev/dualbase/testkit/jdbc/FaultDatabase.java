// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database with triggers that misbehave on request. After each test the pools of all backends must be free again, and
 * the tables are emptied.
 */
final class FaultDatabase implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final String SCHEMA = """
            create table owner (id bigint primary key);
            create table note (
                id bigint constraint note_pkey primary key,
                owner_id bigint constraint note_owner_fkey references owner deferrable initially deferred,
                name varchar(20) not null,
                code text constraint note_code_key unique,
                amount numeric(10, 2) constraint note_amount_check check (amount >= 0),
                exact numeric,
                small smallint,
                data jsonb,
                more jsonb,
                tags text[],
                born date,
                at timestamp,
                seen timestamptz);
            create table bare_note (id bigint not null, owner_id bigint, name text, code text);
            create view note_view as select * from note;
            create table partitioned_note (like note including constraints) partition by range (id);
            alter table partitioned_note add primary key (id);
            create table partitioned_note_low partition of partitioned_note for values from (0) to (100);
            create table partitioned_note_high partition of partitioned_note for values from (100) to (10000);
            create table slot (id bigint, during int4range, constraint slot_during_excl exclude using gist (during with &&));

            create table generated_note (id bigint generated always as identity);

            create function put_slot() returns int language sql volatile as
                $$ insert into slot values (2, '[3,9)') returning 1 $$;
            create function put_generated() returns int language plpgsql as
                $$ begin insert into generated_note (id) values (1); return 1; end $$;
            create function bottomless(depth int) returns int language plpgsql as
                $$ begin return bottomless(depth + 1); end $$;

            -- codes that act: raise:<SQLSTATE>, sleep, sleep at commit
            create function misbehave() returns trigger language plpgsql as $$
            begin
                if new.code like 'raise:%' then
                    raise exception 'raised for %', new.name
                        using errcode = substr(new.code, 7, 5), detail = 'the name is ' || new.name, hint = new.name;
                elsif new.code = 'sleep' then
                    perform pg_sleep(60);
                end if;
                return new;
            end $$;
            create trigger misbehaving before insert or update on note for each row execute function misbehave();
            create function sleep_at_commit() returns trigger language plpgsql as $$
            begin
                perform pg_sleep(60);
                return null;
            end $$;
            create constraint trigger sleeping_at_commit after insert on note deferrable initially deferred
                for each row when (new.code = 'sleep at commit') execute function sleep_at_commit();
            """;

    private final List<JdbcBackend> opened = new ArrayList<>();
    private TestDatabase database;

    @Override
    public void beforeAll(ExtensionContext context) {
        database = PostgresServers.shared().createDatabase(SchemaSource.script("faults", SCHEMA));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            for (JdbcBackend backend : opened) {
                assertThat(backend.poolStats().active())
                        .as("connections in use after the test")
                        .isZero();
            }
        } finally {
            opened.forEach(Backend::close);
            opened.clear();
            execute("truncate note, owner, partitioned_note, bare_note, slot");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        database.close();
    }

    /** A backend of two connections that gives up soon. */
    JdbcBackend open() {
        return open(settings -> settings);
    }

    /** A backend with other settings. */
    JdbcBackend open(UnaryOperator<JdbcBackendBuilder> settings) {
        JdbcBackend backend = settings.apply(builder()).build();
        opened.add(backend);
        return backend;
    }

    /** What {@link #open()} opens. */
    JdbcBackendBuilder builder() {
        return JdbcBackend.builder("faults")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(2)
                .connectTimeout(Duration.ofSeconds(5))
                .statementTimeout(Duration.ofSeconds(30));
    }

    TestDatabase database() {
        return database;
    }

    static BaseRepository<NoteRecord> notes(Backend backend) {
        return new BaseRepository<>(backend, NoteTable.NOTE);
    }

    /** Runs a statement on a session of its own. */
    void execute(String sql) {
        DSL.using(database.dataSource(), SQLDialect.POSTGRES).execute(sql);
    }

    /** The first value of a query, on a session of its own. */
    <T> T value(Class<T> type, String sql) {
        return DSL.using(database.dataSource(), SQLDialect.POSTGRES)
                .fetchSingle(sql)
                .get(0, type);
    }

    long stored() {
        return value(Long.class, "select count(*) from note");
    }

    /** How many sessions of backends there are, those of other tests excepted. */
    long sessions(String condition) {
        return value(
                Long.class,
                "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'dualbase-%' and " + condition);
    }

    /** Waits until a session of a backend sleeps in {@code pg_sleep}. */
    void awaitSleeper() {
        Await.until("a session sleeps", () -> sessions("wait_event = 'PgSleep'") > 0);
    }

    /** Ends every session of a backend, and waits until they are gone. */
    void terminateSessions() {
        String ended = value(
                String.class,
                "select coalesce(array_agg(pid), '{}')::text from pg_stat_activity where datname = current_database()"
                        + " and application_name like 'dualbase-%' and pg_terminate_backend(pid)");
        Await.until("all of them are gone", () -> sessions("pid = any ('" + ended + "')") == 0);
    }
}
