// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Health;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.internal.Await;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A real PostgREST in trouble. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutageTest {
    @RegisterExtension
    static final ThingDatabase DATABASE =
            new ThingDatabase(options -> options.withPoolSize(2).withPoolAcquisitionTimeout(Duration.ofSeconds(1)));

    private final SupabaseRestBackend once = DATABASE.open(any -> any.retry(RetryPolicy.none()));

    /** The next test is to find no connection that was ended, and no session of this one. */
    @AfterEach
    void startAgain() {
        DATABASE.server().stop();
        DATABASE.server().start();
    }

    private static CompletableFuture<Throwable> sleeping(SupabaseRestBackend backend, long id) {
        Record row = THING.row(id, "n").with(THING.CODE, "sleep");
        return Await.failureOf(() -> ThingDatabase.things(backend).insert(row));
    }

    private static void endSleepers() {
        DATABASE.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and wait_event = 'PgSleep'");
    }

    private static long sleepers() {
        return DATABASE.value(
                Long.class,
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'");
    }

    @Test
    void a_write_whose_session_is_ended_has_an_unknown_outcome() {
        CompletableFuture<Throwable> write = sleeping(once, 1);
        DATABASE.awaitSleeper();
        endSleepers();
        Failure.of(OutcomeUnknownException.class, Await.get(write)).table("thing");
    }

    @Test
    void a_statement_that_an_administrator_cancels_is_not_stored() {
        CompletableFuture<Throwable> write = sleeping(once, 1);
        DATABASE.execute("select pg_cancel_backend(" + DATABASE.awaitSleeper() + ")");
        Failure.of(QueryTimeoutException.class, Await.get(write)).sqlState("57014");
        assertThat(DATABASE.things().count(everyRow())).isZero();
    }

    @Test
    void a_full_pool_is_not_run_and_may_be_tried_again() {
        CompletableFuture<Throwable> first = sleeping(once, 1);
        CompletableFuture<Throwable> second = sleeping(once, 2);
        Await.until("both sleep", () -> sleepers() == 2);
        Failure.of(
                        ConnectionFailureException.class,
                        () -> ThingDatabase.things(once).insert(THING.row(3, "n")))
                .message("PGRST003")
                .sqlState("08001");
        CompletableFuture<Throwable> retried =
                Await.failureOf(() -> ThingDatabase.things(DATABASE.backend()).insert(THING.row(4, "n")));
        endSleepers();
        assertThat(Await.get(retried)).isNull();
        Failure.of(OutcomeUnknownException.class, Await.get(first));
        Failure.of(OutcomeUnknownException.class, Await.get(second));
        assertThat(DATABASE.things().findMany(everyRow())).hasSize(1);
    }

    @Test
    void a_database_that_refuses_connections_is_an_outage_and_comes_back() {
        DATABASE.things().insert(THING.row(1, "n"));
        DATABASE.refuseConnections();
        try {
            Await.until("PostgREST has seen it", () -> {
                Throwable failure =
                        catchThrowable(() -> ThingDatabase.things(once).findMany(everyRow()));
                return failure != null && failure.toString().contains("PGRST000");
            });
            Failure.of(
                            ConnectionFailureException.class,
                            () -> ThingDatabase.things(once).deleteWhere(everyRow()))
                    .sqlState("08001");
        } finally {
            DATABASE.allowConnections();
        }
        Await.until("it is back", () -> DATABASE.backend().health().failure().isEmpty());
        assertThat(DATABASE.things().findMany(everyRow())).hasSize(1);
    }

    @Test
    void a_server_that_is_stopped_is_an_outage_and_comes_back() {
        DATABASE.things().insert(THING.row(1, "n"));
        DATABASE.server().stop();
        try {
            Failure.of(
                            ConnectionFailureException.class,
                            () -> ThingDatabase.things(once).findMany(everyRow()))
                    .sqlState("08001");
            Failure.of(
                            ConnectionFailureException.class,
                            () -> ThingDatabase.things(once).deleteWhere(everyRow()))
                    .sqlState("08001");
            assertThat(once.health().failure()).isPresent();
        } finally {
            DATABASE.server().start();
        }
        assertThat(ThingDatabase.things(once).findMany(everyRow())).hasSize(1);
    }

    @Test
    void a_gateway_that_falls_silent_could_not_be_asked_how_it_is() {
        int port = URI.create(DATABASE.server().url()).getPort();
        try (FaultProxy line = FaultProxy.before("127.0.0.1", port);
                SupabaseRestBackend far = new SupabaseRestBuilder(
                                line.httpUrl(), DATABASE.server().key("service_role"))
                        .requestTimeout(Duration.ofMillis(500))
                        .build()) {
            assertThat(far.health().status()).isEqualTo(Health.Status.HEALTHY);
            line.stall();
            Health silent = far.health();
            assertThat(silent.failure()).containsInstanceOf(QueryTimeoutException.class);
            assertThat(silent.status()).isEqualTo(Health.Status.UNKNOWN);
        }
    }

    @Test
    void a_storm_of_conflicts_ends_with_the_time_of_the_request() {
        SupabaseRestBackend hurried =
                DATABASE.open(any -> any.requestTimeout(Duration.ofMillis(500)).retry(RetryPolicy.none()));
        Failure.of(
                        OutcomeUnknownException.class,
                        () -> ThingDatabase.things(hurried)
                                .insert(THING.row(1, "n").with(THING.CODE, "raise:40001")))
                .table("thing")
                .withoutSqlState();
        startAgain(); // it would go on for ever
        assertThat(DATABASE.things().count(everyRow())).isZero();
    }
}
