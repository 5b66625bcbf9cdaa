// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.NoteTable.BARE;
import static dev.dualbase.testkit.jdbc.NoteTable.MISSING;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.Health.Status;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.ServerRole;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.health.HealthCheck;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.schema.SchemaDifference;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.internal.Await;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Table;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Well, ill, and not to be asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HealthTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final Duration LONG = Duration.ofSeconds(30);

    private final JdbcBackend backend = DATABASE.open();

    private static Health ask(Backend backend, Table<?>... tables) {
        return HealthCheck.of(backend, List.of(tables), LONG).ask();
    }

    private static void assertUnknown(Health health, Class<?> failure) {
        assertThat(health.failure()).containsInstanceOf(failure);
        assertThat(health.status()).isEqualTo(Status.UNKNOWN);
        assertThat(health.reachable()).isFalse();
    }

    @Test
    void a_server_that_is_well_tells_its_version_its_role_and_plain_text() {
        Health health = ask(backend, NOTE);
        assertThat(health.status()).isEqualTo(Status.HEALTHY);
        ServerInfo server = health.server().orElseThrow();
        assertThat(server.version()).matches("\\d+.*");
        assertThat(server.role()).isEqualTo(ServerRole.PRIMARY);
        assertThat(server.tls()).isEmpty();
        assertThat(health.pool()).isPresent();
        assertThat(health.latency()).isPositive();
    }

    @Test
    void a_schema_that_does_not_fit_is_an_illness_with_every_difference() {
        Health health = ask(backend, NOTE, BARE, MISSING);
        assertThat(health.status()).isEqualTo(Status.UNHEALTHY);
        assertThat(health.reachable()).isTrue();
        assertThat(health.differences()).extracting(SchemaDifference::table).contains("bare_note", "missing_note");
    }

    @Test
    void a_server_that_refuses_has_answered_and_is_ill() {
        try (JdbcBackend other = DATABASE.open(settings ->
                settings.url(DATABASE.database().jdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/no_such_database$1")))) {
            Health health = ask(other, NOTE);
            assertThat(health.failure()).containsInstanceOf(SchemaMismatchException.class);
            assertThat(health.status()).isEqualTo(Status.UNHEALTHY);
        }
    }

    @Test
    void a_server_that_cannot_be_reached_could_not_be_asked() {
        try (FaultProxy line = FaultProxy.before(DATABASE.database());
                JdbcBackend far = DATABASE.open(settings -> settings.url(line.jdbcUrl(DATABASE.database())))) {
            line.refuse();
            assertUnknown(ask(far, NOTE), ConnectionFailureException.class);
            line.pass();
            assertThat(ask(far, NOTE).status()).isEqualTo(Status.HEALTHY);
        }
    }

    @Test
    void a_server_that_falls_silent_is_given_up_within_the_time_of_the_check_and_is_not_ill() {
        try (FaultProxy line = FaultProxy.before(DATABASE.database());
                JdbcBackend far = DATABASE.open(settings -> settings.url(line.jdbcUrl(DATABASE.database())))) {
            HealthCheck check = HealthCheck.of(far, List.of(NOTE), Duration.ofMillis(200));
            line.stall();
            Health silent = check.ask();
            assertUnknown(silent, QueryTimeoutException.class);
            assertThat(silent.failure()).map(Throwable::getMessage).contains("no answer within 200 ms");
            line.pass();
            Await.until("it answers again", () -> check.ask().status() == Status.HEALTHY);
        }
    }

    @Test
    void a_server_that_does_not_answer_in_time_could_not_be_asked_and_is_asked_one_question_only() {
        AtomicInteger questions = new AtomicInteger();
        CountDownLatch answer = new CountDownLatch(1);
        Backend silent = new DelegatingBackend(backend) {
            @Override
            public Health health() {
                questions.incrementAndGet();
                Await.until("the answer may be given", () -> answer.getCount() == 0);
                return super.health();
            }
        };
        HealthCheck check = HealthCheck.of(silent, List.of(), Duration.ofMillis(50));
        assertUnknown(check.ask(), QueryTimeoutException.class);
        assertUnknown(check.ask(), QueryTimeoutException.class);
        assertThat(questions).hasValue(1);
        answer.countDown();
        Await.until("it answers again", () -> check.ask().status() == Status.HEALTHY);
    }

    @Test
    void a_closed_backend_and_an_interrupted_caller_say_nothing_of_the_server() {
        JdbcBackend closed = DATABASE.open();
        closed.close();
        assertUnknown(ask(closed, NOTE), ConnectionFailureException.class);
        Thread.currentThread().interrupt();
        Health health = ask(backend, NOTE);
        assertThat(Thread.interrupted()).isTrue();
        assertUnknown(health, ConnectionFailureException.class);
    }

    @Test
    void a_backend_that_breaks_its_promise_not_to_throw_is_an_answer_too() {
        Backend broken = new DelegatingBackend(backend) {
            @Override
            public Health health() {
                throw new IllegalStateException(Marked.VALUE);
            }
        };
        Health health = ask(broken);
        assertUnknown(health, ServerErrorException.class);
        assertThat(health.toString()).doesNotContain(Marked.VALUE);
    }

    @Test
    void a_schema_that_could_not_be_asked_for_is_not_a_schema_that_fits() {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        JdbcBackend single =
                DATABASE.open(settings -> settings.maxConnections(1).connectTimeout(Duration.ofMillis(300)));
        CompletableFuture<Throwable> holder =
                Await.failureOf(() -> FaultDatabase.notes(single).useTransaction(() -> {
                    held.countDown();
                    release.await();
                }));
        Await.until("the connection is held", () -> held.getCount() == 0);
        Health health = ask(single, NOTE);
        release.countDown();
        assertThat(Await.get(holder)).isNull();
        assertThat(health.reachable()).isTrue();
        assertThat(health.failure()).containsInstanceOf(ConnectionFailureException.class);
        assertThat(health.status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void a_full_pool_hides_the_schema_and_not_the_server() {
        JdbcBackend single = DATABASE.open(settings -> settings.maxConnections(1));
        HealthCheck check = HealthCheck.of(single, List.of(NOTE), Duration.ofSeconds(2));
        FaultDatabase.notes(single).useTransaction(() -> {
            Health health = check.ask();
            assertThat(health.reachable()).isTrue();
            assertThat(health.pool().orElseThrow().active()).isEqualTo(1);
            assertThat(health.failure())
                    .map(Throwable::getMessage)
                    .contains("the schema could not be read within 2000 ms");
        });
        Await.until("all of it is answered", () -> check.ask().status() == Status.HEALTHY);
    }

    @Test
    void a_role_that_may_not_log_in_is_an_answer_of_the_server() {
        DATABASE.execute("create role locked_out_of_health nologin");
        try (JdbcBackend locked = DATABASE.open(settings -> settings.credentials("locked_out_of_health", "x"))) {
            assertThat(ask(locked).failure()).containsInstanceOf(AccessDeniedException.class);
            assertThat(ask(locked).status()).isEqualTo(Status.UNHEALTHY);
        } finally {
            DATABASE.execute("drop role locked_out_of_health");
        }
    }
}
