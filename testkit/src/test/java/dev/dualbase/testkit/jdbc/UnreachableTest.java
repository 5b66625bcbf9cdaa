// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.internal.Await;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Scenario 23: a server that cannot be reached is never "not found". */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnreachableTest {
    private static final String PASSWORD = "MARKED-7f3a";
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static EmbeddedPostgres server;

    /** A server that asks one of its users for a password. */
    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path rules = Files.writeString(folder.resolve("pg_hba.conf"), """
                host all locked 127.0.0.1/32 scram-sha-256
                host all all    127.0.0.1/32 trust
                """);
        server = EmbeddedPostgres.builder()
                .setServerConfig("hba_file", rules.toString())
                .start();
        try (JdbcBackend backend = backend("postgres", "", url("postgres"))) {
            assertThat(backend.health().reachable()).isTrue();
        }
        execute("create user locked password 'another'");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static void execute(String sql) {
        org.jooq
                .impl
                .DSL
                .using(server.getPostgresDatabase(), org.jooq.SQLDialect.POSTGRES)
                .execute(sql);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static JdbcBackend backend(String user, String password, String url) {
        return JdbcBackend.builder("unreachable")
                .url(url)
                .credentials(user, password)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /** Ways not to get in. */
    private enum Obstacle {
        DEAD_PORT(ConnectionFailureException.class, "08001"),
        UNKNOWN_HOST(ConnectionFailureException.class, "08001"),
        WRONG_PASSWORD(AccessDeniedException.class, "28P01"),
        UNKNOWN_DATABASE(SchemaMismatchException.class, "3D000");

        private final Class<? extends StorageException> failure;
        private final String sqlState;

        Obstacle(Class<? extends StorageException> failure, String sqlState) {
            this.failure = failure;
            this.sqlState = sqlState;
        }

        JdbcBackend open() {
            return switch (this) {
                case DEAD_PORT -> backend("postgres", PASSWORD, "jdbc:postgresql://127.0.0.1:1/secret_database");
                case UNKNOWN_HOST -> backend("postgres", PASSWORD, "jdbc:postgresql://secret.invalid:5432/x");
                case WRONG_PASSWORD -> backend("locked", PASSWORD, url("postgres"));
                case UNKNOWN_DATABASE -> backend("postgres", PASSWORD, url("secret_database"));
            };
        }
    }

    private interface Call {
        Object on(JdbcBackend backend);
    }

    private static Stream<Call> calls() {
        return Stream.of(
                backend -> notes(backend).findMany(Filters.everyRow()),
                backend -> notes(backend).findById(1L),
                backend -> notes(backend).exists(Filters.everyRow()),
                backend -> notes(backend).count(Filters.everyRow()),
                backend -> notes(backend).withStream(Filters.everyRow(), Order.byPrimaryKey(), Stream::count),
                backend -> notes(backend).insert(NoteTable.note(1, "a")),
                backend -> notes(backend).upsert(NoteTable.note(1, "a"), NOTE.PRIMARY),
                backend -> notes(backend).deleteWhere(Filters.everyRow()),
                backend -> notes(backend).withTransaction(() -> 1),
                backend -> backend.describe(List.of(NOTE)));
    }

    private static BaseRepository<NoteRecord> notes(JdbcBackend backend) {
        return new BaseRepository<>(backend, NOTE);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_of_call_fails_by_the_reason_and_within_the_connect_timeout(Obstacle obstacle) {
        try (JdbcBackend backend = obstacle.open()) {
            List<CompletableFuture<Throwable>> all = new ArrayList<>();
            long begin = System.nanoTime();
            calls().forEach(call -> all.add(Await.failureOf(() -> call.on(backend))));
            assertThat(all.stream().map(Await::get)).hasSize(10).allSatisfy(failure -> {
                assertThat(failure).isInstanceOf(obstacle.failure);
                assertThat(((StorageException) failure).sqlState()).contains(obstacle.sqlState);
                Marked.assertNotIn(failure, PASSWORD);
                Marked.assertNotIn(failure, "jdbc:");
                Marked.assertNotIn(failure, "secret");
            });
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.plus(SLACK));
            assertThat(backend.poolStats().active()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void health_answers_instead_of_throwing(Obstacle obstacle) {
        try (JdbcBackend backend = obstacle.open()) {
            Health health = backend.health();
            assertThat(health.reachable()).isFalse();
            assertThat(health.serverVersion()).isEmpty();
            assertThat(health.failure()).containsInstanceOf(obstacle.failure);
            assertThat(health.latency()).isLessThan(TIMEOUT.plus(SLACK));
            assertThat(health.toString()).doesNotContain(PASSWORD, "jdbc:", "secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DEAD_PORT, 'PSQLException caused by ConnectException, SQLSTATE 08001'",
        "UNKNOWN_HOST, 'PSQLException caused by UnknownHostException, SQLSTATE 08001'"
    })
    void the_cause_tells_an_unknown_host_from_a_refused_connection_without_naming_either(
            Obstacle obstacle, String cause) {
        try (JdbcBackend backend = obstacle.open()) {
            Throwable failure = catchThrowable(() -> notes(backend).findById(1L));
            assertThat(failure).cause().hasMessage(cause);
            Marked.assertNotIn(failure, "secret");
        }
    }

    @Test
    void a_user_and_a_password_in_the_url_hold_where_no_others_are_set() {
        String locked = url("postgres") + "?user=locked&password=another";
        try (JdbcBackend backend =
                JdbcBackend.builder("unreachable").url(locked).build()) {
            assertThat(notes(backend).withTransaction(() -> 1)).isEqualTo(1);
        }
        try (JdbcBackend backend = backend("locked", PASSWORD, locked)) {
            assertThat(catchThrowable(() -> notes(backend).withTransaction(() -> 1)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void a_server_that_comes_up_later_is_found_by_the_next_call() throws Exception {
        String url = url("late_database");
        try (JdbcBackend backend = backend("postgres", "", url)) {
            assertThat(backend.health().reachable()).isFalse();
            execute("create database late_database");
            assertThat(backend.health().reachable()).isTrue();
        }
    }

    @Test
    void a_server_that_falls_silent_is_given_up_within_the_connect_timeout() throws Exception {
        try (FaultProxy proxy = FaultProxy.before("127.0.0.1", server.getPort());
                JdbcBackend backend = backend("postgres", "", proxy.jdbcUrl("postgres"))) {
            assertThat(backend.describe(List.of(NOTE))).isEmpty();
            proxy.stall();
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(600); // the pool trusts a connection used just now
            long begin = System.nanoTime();
            assertThat(catchThrowable(() -> backend.describe(List.of(NOTE))))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT.plus(SLACK));
        }
    }

    @Test
    void a_server_that_is_away_is_asked_again_at_a_steady_pace() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Throwable> hungUp;
        try (ServerSocket away = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                JdbcBackend backend = JdbcBackend.builder("unreachable")
                        .url("jdbc:postgresql://127.0.0.1:" + away.getLocalPort() + "/x")
                        .connectTimeout(Duration.ofSeconds(4))
                        .build()) {
            hungUp = Await.failureOf(() -> {
                while (true) {
                    away.accept().close();
                    asked.incrementAndGet();
                }
            });
            assertThat(catchThrowable(() -> notes(backend).findById(1L)))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(asked.get()).isGreaterThan(15); // pauses of 10 ms, then twice as long each time, are ten
        }
        assertThat(Await.get(hungUp)).isInstanceOf(SocketException.class);
    }

    @Test
    void the_health_of_a_server_that_accepts_and_never_answers_is_told_within_a_few_seconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                JdbcBackend backend = JdbcBackend.builder("unreachable")
                        .url("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x")
                        .connectTimeout(Duration.ofSeconds(30))
                        .build()) {
            Health health = backend.health();
            assertThat(health.failure()).containsInstanceOf(ConnectionFailureException.class);
            assertThat(health.latency()).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_closed_backend_says_so() {
        JdbcBackend backend = Obstacle.DEAD_PORT.open();
        backend.close();
        ThrowingCallable call = () -> notes(backend).findById(1L);
        assertThat(catchThrowable(call))
                .isInstanceOf(ConnectionFailureException.class)
                .hasMessage("the backend is closed");
        ThrowingCallable transaction = () -> backend.inTransaction(TransactionOptions.defaults(), () -> 1);
        assertThat(catchThrowable(transaction)).isInstanceOf(ConnectionFailureException.class);
    }

    @Test
    void a_refusal_is_told_at_once_and_not_when_the_time_to_connect_is_up() {
        try (JdbcBackend backend = patient()) {
            calls().forEach(call -> assertThat(Await.get(Await.failureOf(() -> call.on(backend))))
                    .isInstanceOf(AccessDeniedException.class));
            execute("alter user locked password '" + PASSWORD + "'");
            Await.until("the server lets it in, without a restart", () -> isLetIn(backend));
        } finally {
            execute("alter user locked password 'another'");
        }
    }

    @Test
    void a_caller_waits_for_a_connection_that_is_open_although_the_server_gives_no_more() {
        CountDownLatch release = new CountDownLatch(1);
        execute("alter user locked password '" + PASSWORD + "'");
        try (JdbcBackend backend = patient()) {
            CountDownLatch held = new CountDownLatch(1);
            CompletableFuture<Throwable> holder =
                    Await.failureOf(() -> backend.inTransaction(TransactionOptions.defaults(), () -> {
                        held.countDown();
                        release.await();
                        return 1;
                    }));
            Await.until("the connection is held", () -> held.getCount() == 0);
            execute("alter user locked password 'another'");
            CompletableFuture<Throwable> caller =
                    Await.failureOf(() -> assertThat(isLetIn(backend)).isTrue());
            Await.until("the caller waits", () -> backend.poolStats().waiting() == 1);
            release.countDown();
            assertThat(Await.get(holder)).isNull();
            assertThat(Await.get(caller)).isNull();
        } finally {
            release.countDown();
            execute("alter user locked password 'another'");
        }
    }

    /** Would wait for longer than a test may last. */
    private static JdbcBackend patient() {
        return JdbcBackend.builder("unreachable")
                .url(url("postgres"))
                .credentials("locked", PASSWORD)
                .connectTimeout(Duration.ofMinutes(10))
                .build();
    }

    private static boolean isLetIn(JdbcBackend backend) {
        try {
            return backend.inTransaction(TransactionOptions.defaults(), () -> true);
        } catch (AccessDeniedException refused) {
            return false;
        }
    }

    @Test
    void a_url_that_is_none_is_refused_without_being_quoted() {
        Throwable refusal = catchThrowable(() -> backend("postgres", "", "jdbc:mysql://host/?password=" + PASSWORD));
        assertThat(refusal).hasMessageContaining("unreachable").hasMessageContaining("not one of PostgreSQL");
        Marked.assertNotIn(refusal, PASSWORD);
    }
}
