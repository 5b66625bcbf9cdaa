// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.core.backend.ReadPreference.REPLICA;
import static dev.dualbase.core.backend.ReadPreference.REPLICA_AFTER_OWN_WRITES;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static dev.dualbase.testkit.jdbc.Replicated.ON_REPLICA;
import static dev.dualbase.testkit.jdbc.Replicated.notes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import dev.dualbase.testkit.server.ServerKind;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A primary that dies, and a replica that takes its place. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FailoverTest {
    private final Set<Long> acknowledged = new ConcurrentSkipListSet<>();
    private final AtomicLong next = new AtomicLong();
    private final AtomicBoolean enough = new AtomicBoolean();

    /** Writes one note after the other. Whether it goes on is what the test is about. */
    private void writeOn(BaseRepository<NoteRecord> notes) {
        while (!enough.get()) {
            long id = next.incrementAndGet();
            try {
                notes.insert(note(id, "a"));
                acknowledged.add(id);
            } catch (ConnectionFailureException | OutcomeUnknownException lost) {
                assertThat(lost.sqlState()).isPresent();
            }
        }
    }

    private void awaitMore(int count) {
        int before = acknowledged.size();
        Await.until("more notes are stored", () -> acknowledged.size() > before + count);
    }

    @Test
    void writes_go_on_at_the_new_primary_and_nothing_acknowledged_is_lost() {
        try (Replicated servers = Replicated.start(ServerKind.EMBEDDED);
                JdbcBackend backend =
                        Replicated.at(servers.failoverUrl()).maxConnections(3).build()) {
            servers.primary().set("synchronous_standby_names", "standby");
            BaseRepository<NoteRecord> notes = notes(backend);
            CompletableFuture<Throwable> one = Await.failureOf(() -> writeOn(notes));
            CompletableFuture<Throwable> other = Await.failureOf(() -> writeOn(notes));
            awaitMore(20);
            servers.primary().kill();
            servers.standby().promote();
            awaitMore(20);
            enough.set(true);
            assertThat(Await.get(one)).isNull();
            assertThat(Await.get(other)).isNull();
            assertThat(notes.findMany(Filters.everyRow()))
                    .extracting(row -> row.get(NoteTable.NOTE.ID))
                    .containsAll(acknowledged);
        }
    }

    @Test
    void a_server_that_takes_no_writes_loses_its_connections_and_is_no_failure_of_rights() {
        try (Replicated servers = Replicated.start(ServerKind.EMBEDDED);
                JdbcBackend backend = Replicated.at(servers.standby().jdbcUrl()).build()) {
            BaseRepository<NoteRecord> notes = notes(backend);
            assertThat(notes.count(ON_REPLICA)).isPositive();
            assertRefused(backend, () -> notes.insert(note(1, "a")));
            assertRefused(backend, () -> notes.useTransaction(() -> notes.insert(note(1, "a"))));
            servers.primary().kill();
            servers.standby().promote();
            notes.insert(note(1, "a"));
            assertThat(notes.count(Filters.everyRow())).isEqualTo(2);
        }
    }

    private static void assertRefused(JdbcBackend backend, ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        ConnectionFailureException.class,
                        e -> assertThat(e.sqlState()).contains("25006"));
        Await.until("its connections are gone", () -> backend.poolStats().idle() == 0);
    }

    @Test
    void a_session_that_may_not_write_is_told_so_and_starts_anew() {
        try (Replicated servers = Replicated.start(ServerKind.EMBEDDED);
                JdbcBackend backend = Replicated.at(servers.primary().jdbcUrl()).build()) {
            servers.primary().execute("alter role postgres set default_transaction_read_only = on");
            BaseRepository<NoteRecord> notes = notes(backend);
            assertThatThrownBy(() -> notes.insert(note(1, "a"))).isInstanceOf(AccessDeniedException.class);
            Await.until("its connections are gone", () -> backend.poolStats().idle() == 0);
            servers.primary()
                    .execute("begin read write; alter role postgres reset default_transaction_read_only; commit");
            notes.insert(note(1, "a"));
        }
    }

    @Test
    void replicas_of_an_installed_server_serve_reads_and_take_over() {
        try (Replicated servers = Replicated.start(ServerKind.NATIVE);
                JdbcBackend backend = Replicated.at(servers.failoverUrl())
                        .replica(servers.standby().jdbcUrl())
                        .build()) {
            BaseRepository<NoteRecord> notes = notes(backend);
            notes.insert(note(1, "a"));
            assertThat(notes.preferring(REPLICA_AFTER_OWN_WRITES).findById(1L)).isPresent();
            assertThat(notes.preferring(REPLICA).count(ON_REPLICA)).isPositive();
            servers.standby().awaitReplayOf(servers.primary());
            servers.primary().kill();
            servers.standby().promote();
            Await.until("a write is stored", () -> isStored(notes));
            assertThat(notes.preferring(REPLICA_AFTER_OWN_WRITES).count(Filters.everyRow()))
                    .isEqualTo(3);
        }
    }

    private static boolean isStored(BaseRepository<NoteRecord> notes) {
        try {
            notes.insert(note(2, "b"));
            return true;
        } catch (ConnectionFailureException | OutcomeUnknownException lost) {
            return false;
        }
    }
}
