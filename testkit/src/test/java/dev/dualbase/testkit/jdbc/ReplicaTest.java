// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.core.backend.ReadPreference.BEFORE_WRITE;
import static dev.dualbase.core.backend.ReadPreference.REPLICA;
import static dev.dualbase.core.backend.ReadPreference.REPLICA_AFTER_OWN_WRITES;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static dev.dualbase.testkit.jdbc.Replicated.ON_REPLICA;
import static dev.dualbase.testkit.jdbc.Replicated.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.ServerRole;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.health.HealthCheck;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ReplicaHealth;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.server.ServerKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads on a real streaming replica, when they ask for it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReplicaTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final TransactionOptions ON_REPLICAS =
            TransactionOptions.defaults().asReadOnly(REPLICA);

    private static Replicated servers;

    private JdbcBackend backend;
    private BaseRepository<NoteRecord> notes;

    @BeforeAll
    static void start() {
        servers = Replicated.start(ServerKind.EMBEDDED);
    }

    @AfterAll
    static void end() {
        servers.close();
    }

    @BeforeEach
    void open() {
        backend = servers.builder().build();
        notes = notes(backend);
    }

    @AfterEach
    void close() {
        servers.standby().resumeReplay();
        assertThat(backend.poolStats().active()).isZero();
        assertThat(backend.replicas().get(0).health().pool().orElseThrow().active())
                .isZero();
        notes.deleteWhere(Filters.gt(NoteTable.NOTE.ID, 0L));
        backend.close();
    }

    private static boolean isOnReplica(BaseRepository<NoteRecord> repository) {
        return repository.count(ON_REPLICA) > 0;
    }

    @Test
    void reads_go_to_the_replica_only_when_they_ask_for_it() {
        assertThat(isOnReplica(notes)).isFalse();
        BaseRepository<NoteRecord> asking = notes.preferring(REPLICA);
        assertThat(isOnReplica(asking)).isTrue();
        assertThat(asking.findMany(ON_REPLICA)).hasSize(1);
        long streamed = asking.withStream(ON_REPLICA, Order.byPrimaryKey(), Stream::count);
        assertThat(streamed).isEqualTo(1);
        assertThat(isOnReplica(notes(Backend.preferring(backend, REPLICA)))).isTrue();
    }

    @Test
    void a_read_before_a_write_goes_to_the_primary_whatever_the_backend_prefers() {
        BaseRepository<NoteRecord> asking = notes(Backend.preferring(backend, REPLICA));
        BaseRepository<NoteRecord> beforeWrite = asking.preferring(BEFORE_WRITE);
        assertThat(isOnReplica(beforeWrite)).isFalse();
        assertThat(beforeWrite.findMany(ON_REPLICA)).isEmpty();
        long streamed = beforeWrite.withStream(ON_REPLICA, Order.byPrimaryKey(), Stream::count);
        assertThat(streamed).isZero();
    }

    @Test
    void nothing_inside_a_transaction_that_writes_is_read_from_the_replica() {
        notes.useTransaction(() -> {
            notes.insert(note(1, "a"));
            assertThat(isOnReplica(notes.preferring(REPLICA))).isFalse();
            assertThat(notes.preferring(REPLICA).findById(1L)).isPresent();
            long streamed = notes.preferring(REPLICA).withStream(ON_REPLICA, Order.byPrimaryKey(), Stream::count);
            assertThat(streamed).isZero();
            notes.useTransaction(
                    ON_REPLICAS, () -> assertThat(isOnReplica(notes)).isFalse());
        });
    }

    @Test
    void a_transaction_that_only_reads_runs_on_the_replica_when_it_asks_for_it() {
        boolean asked = notes.withTransaction(ON_REPLICAS, () -> isOnReplica(notes));
        boolean unasked = notes.withTransaction(TransactionOptions.defaults().asReadOnly(), () -> isOnReplica(notes));
        boolean serializable =
                notes.withTransaction(ON_REPLICAS.withIsolation(Isolation.SERIALIZABLE), () -> isOnReplica(notes));
        assertThat(asked).isTrue();
        assertThat(unasked).isFalse();
        assertThat(serializable).isFalse();
        assertThatThrownBy(() -> notes.useTransaction(ON_REPLICAS, () -> notes.insert(note(1, "a"))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> new TransactionOptions(
                        Isolation.READ_COMMITTED,
                        false,
                        ON_REPLICAS.timeout(),
                        ON_REPLICAS.retry(),
                        ON_REPLICAS.subject(),
                        REPLICA))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void own_writes_are_waited_for_on_a_replica_that_follows() {
        try (JdbcBackend patient = servers.builder().replicaWait(LONG).build()) {
            BaseRepository<NoteRecord> written = notes(patient);
            servers.standby().pauseReplay();
            written.insert(note(1, "a"));
            written.useTransaction(() -> written.insert(note(2, "b")));
            assertThat(written.preferring(REPLICA).findById(2L)).isEmpty();
            BaseRepository<NoteRecord> asking = written.preferring(REPLICA_AFTER_OWN_WRITES);
            CompletableFuture<Long> rows =
                    CompletableFuture.supplyAsync(() -> asking.count(ON_REPLICA), ReplicaTest::inThread);
            TransactionOptions sees =
                    ON_REPLICAS.asReadOnly(REPLICA_AFTER_OWN_WRITES).withIsolation(Isolation.REPEATABLE_READ);
            CompletableFuture<Long> snapshot = CompletableFuture.supplyAsync(
                    () -> written.withTransaction(sees, () -> written.count(ON_REPLICA)), ReplicaTest::inThread);
            Await.until(
                    "both wait at the replica",
                    () -> "2".equals(servers.standby().value("""
                            select count(*) from pg_stat_activity
                            where application_name = 'dualbase-replicated-replica-1' and query like '%replay_lsn%'
                            """)));
            assertThat(rows).isNotDone();
            servers.standby().resumeReplay();
            assertThat(Await.get(rows)).isEqualTo(3);
            assertThat(Await.get(snapshot)).isEqualTo(3);
        }
    }

    @Test
    void own_writes_are_read_from_the_primary_when_the_replica_is_behind_for_too_long() {
        servers.standby().pauseReplay();
        notes.insert(note(1, "a"));
        BaseRepository<NoteRecord> asking = notes.preferring(REPLICA_AFTER_OWN_WRITES);
        long begin = System.nanoTime();
        assertThat(asking.findById(1L)).isPresent();
        assertThat(System.nanoTime() - begin).isLessThan(Duration.ofSeconds(20).toNanos());
        assertThat(isOnReplica(asking)).isFalse();
        assertThat(backend.replicas().get(0).inUse()).isTrue();
    }

    @Test
    void who_has_not_written_does_not_wait_and_asks_the_primary_nothing() {
        servers.standby().pauseReplay();
        notes.insert(note(1, "a"));
        try (FaultProxy line = FaultProxy.before("localhost", servers.primary().port());
                JdbcBackend reader = Replicated.at(line.jdbcUrl("postgres"))
                        .replica(servers.standby().jdbcUrl())
                        .build()) {
            line.refuse();
            assertThat(isOnReplica(notes(reader).preferring(REPLICA_AFTER_OWN_WRITES)))
                    .isTrue();
            assertThat(isOnReplica(notes(reader).preferring(REPLICA))).isTrue();
        }
    }

    @Test
    void a_replica_tells_how_far_behind_it_is() {
        Await.until(
                "it has all",
                () -> replica().lag().filter(Duration.ZERO::equals).isPresent());
        assertThat(replica().bytesBehind()).contains(0L);
        assertThat(replica().health().server().orElseThrow().role()).isEqualTo(ServerRole.REPLICA);
        servers.standby().pauseReplay();
        notes.insert(note(1, "a"));
        assertThat(replica().bytesBehind().orElseThrow()).isPositive();
        assertThat(replica().lag().orElseThrow()).isPositive();
        assertThat(backend.health().server().orElseThrow().role()).isEqualTo(ServerRole.PRIMARY);
    }

    private ReplicaHealth replica() {
        return backend.replicas().get(0);
    }

    @Test
    void each_call_tells_which_server_it_went_to() {
        List<String> calls = new ArrayList<>();
        Backend observed = ObservedBackend.observe(
                backend, event -> calls.add(event.kind() + " " + event.server().orElse("nowhere")));
        BaseRepository<NoteRecord> watched = notes(observed);
        watched.insert(note(1, "a"));
        assertThat(isOnReplica(watched.preferring(REPLICA))).isTrue();
        boolean inside = watched.withTransaction(ON_REPLICAS, () -> isOnReplica(watched));
        watched.useTransaction(() -> watched.insert(note(2, "b")));
        backend.close();
        assertThatThrownBy(() -> watched.insert(note(3, "c"))).isInstanceOf(ConnectionFailureException.class);
        assertThat(inside).isTrue();
        assertThat(calls)
                .containsExactly(
                        "insert replicated",
                        "count replicated-replica-1",
                        "count replicated-replica-1",
                        "transaction replicated-replica-1",
                        "insert replicated",
                        "transaction replicated",
                        "insert nowhere");
        open();
    }

    @Test
    void a_call_that_a_replica_should_have_answered_tells_that_the_primary_did() {
        try (FaultProxy line = FaultProxy.before("localhost", servers.standby().port());
                JdbcBackend far = Replicated.at(servers.primary().jdbcUrl())
                        .replica(line.jdbcUrl("postgres"))
                        .build()) {
            List<CallEvent> calls = new ArrayList<>();
            BaseRepository<NoteRecord> asking =
                    notes(ObservedBackend.observe(far, calls::add)).preferring(REPLICA);
            assertThat(isOnReplica(asking)).isTrue();
            line.at(Moment.before(Message.statement("select")), Fault.RESET);
            assertThat(isOnReplica(asking)).isFalse();
            assertThat(calls)
                    .extracting(call -> call.server().orElseThrow())
                    .containsExactly("replicated-replica-1", "replicated");
        }
    }

    @Test
    void the_health_of_a_standby_is_good_and_tells_its_role() {
        try (JdbcBackend standby = Replicated.at(servers.standby().jdbcUrl()).build()) {
            Health health =
                    HealthCheck.of(standby, List.of(NoteTable.NOTE), LONG).ask();
            assertThat(health.server()).map(ServerInfo::role).contains(ServerRole.REPLICA);
            assertThat(health.status()).isEqualTo(Health.Status.HEALTHY);
        }
    }

    @Test
    void the_primary_answers_while_a_replica_is_away_and_the_replica_when_it_is_back() {
        BaseRepository<NoteRecord> asking = notes.preferring(REPLICA);
        assertThat(isOnReplica(asking)).isTrue();
        servers.standby().kill();
        assertThat(isOnReplica(asking)).isFalse();
        assertThat(replica().inUse()).isFalse();
        assertThat(replica().health().reachable()).isFalse();
        assertThat(replica().bytesBehind()).isEmpty();
        boolean inTransaction = notes.withTransaction(ON_REPLICAS, () -> isOnReplica(notes));
        assertThat(inTransaction).isFalse();
        servers.standby().restart();
        Await.until("the replica answers again", () -> isOnReplica(asking));
        assertThat(replica().inUse()).isTrue();
    }

    @Test
    void the_primary_answers_where_a_replica_refuses_its_clients() {
        try (JdbcBackend refused = Replicated.at(servers.primary().jdbcUrl())
                .replica(servers.standby().jdbcUrl().replace("/postgres", "/no_such_database"))
                .build()) {
            BaseRepository<NoteRecord> asking = notes(refused).preferring(REPLICA);
            assertThat(asking.findById(0L)).isPresent();
            assertThat(refused.replicas().get(0).inUse()).isFalse();
        }
    }

    @Test
    void a_replica_that_dies_under_a_read_costs_no_answer() {
        try (FaultProxy line = FaultProxy.before("localhost", servers.standby().port());
                JdbcBackend far = Replicated.at(servers.primary().jdbcUrl())
                        .replica(line.jdbcUrl("postgres"))
                        .build()) {
            BaseRepository<NoteRecord> asking = notes(far).preferring(REPLICA);
            assertThat(isOnReplica(asking)).isTrue();
            line.at(Moment.before(Message.statement("select")), Fault.RESET);
            assertThat(asking.findById(0L)).isPresent();
            assertThat(far.replicas().get(0).inUse()).isFalse();
        }
    }

    @Test
    void a_replica_that_answers_no_connect_is_waited_for_once() {
        try (FaultProxy line = FaultProxy.before("localhost", servers.standby().port());
                JdbcBackend far = Replicated.at(servers.primary().jdbcUrl())
                        .replica(line.jdbcUrl("postgres"))
                        .build()) {
            BaseRepository<NoteRecord> asking = notes(far).preferring(REPLICA);
            line.stall();
            assertThat(isOnReplica(asking)).isFalse();
            assertThat(far.replicas().get(0).inUse()).isFalse();
            long begin = System.nanoTime();
            assertThat(isOnReplica(asking)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            line.pass();
            Await.until("the replica answers again", () -> isOnReplica(asking));
        }
    }

    /** Nothing tells that it is gone, neither a close nor a reset. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"STALL", "HALF_OPEN"})
    void the_primary_answers_when_the_driver_gives_up_a_replica_that_hangs(Fault silence) {
        Duration timeout = Duration.ofSeconds(1);
        try (FaultProxy line = FaultProxy.before("localhost", servers.standby().port());
                JdbcBackend far = Replicated.at(servers.primary().jdbcUrl())
                        .replica(line.jdbcUrl("postgres"))
                        .statementTimeout(timeout)
                        .build()) {
            BaseRepository<NoteRecord> asking = notes(far).preferring(REPLICA);
            assertThat(isOnReplica(asking)).isTrue();
            line.at(Moment.before(Message.statement("select")), silence);
            long begin = System.nanoTime();
            assertThat(isOnReplica(asking)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isBetween(timeout, timeout.plusSeconds(5).plusSeconds(4)); // and a busy machine
            assertThat(far.replicas().get(0).inUse()).isFalse();
        }
    }

    /** A thread for each: the common pool has but one on a machine with two processors. */
    private static void inThread(Runnable work) {
        new Thread(work).start();
    }
}
