// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.testkit.internal.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again and what never, counted by the server. */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetryTest {
    private static final Reply STORED = Reply.of(200, "[]", "Content-Range: */1");
    private static final List<Consumer<BaseRepository<Record>>> WRITES = List.of(
            things -> things.insert(THING.row(1, "n")),
            things -> things.updateWhere(everyRow(), THING.newRecord().with(THING.NAME, "n")),
            things -> things.deleteWhere(everyRow()),
            things -> things.upsert(THING.row(1, "n"), THING.PRIMARY));

    private static BaseRepository<Record> things(SupabaseRestBackend backend) {
        return ThingDatabase.things(backend);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_read_is_sent_again_after_any_broken_connection(int kind) {
        Reply broken = switch (kind) {
            case 1 -> Reply.silence(Reply.After.CLOSE);
            case 2 -> Reply.silence(Reply.After.RESET);
            case 3 -> Reply.of(502, "<html>");
            case 4 -> Reply.failure(503, "PGRST001", "lost");
            case 5 -> Reply.of(520, "");
            default ->
                Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[").then(Reply.After.CLOSE);
        };
        try (RecordedServer server = RecordedServer.answering(broken, broken, Reply.nothing());
                SupabaseRestBackend backend = server.builder().build()) {
            assertThat(things(backend).findMany(everyRow())).isEmpty();
        }
    }

    @Test
    void a_read_is_given_up_after_the_last_attempt() {
        try (RecordedServer server = RecordedServer.answering(Reply.of(502, ""));
                SupabaseRestBackend backend = server.builder().build()) {
            Failure.of(ConnectionFailureException.class, () -> things(backend).findMany(everyRow()));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void a_write_whose_outcome_is_unknown_is_never_sent_again() {
        for (Reply broken : List.of(
                Reply.silence(Reply.After.CLOSE),
                Reply.silence(Reply.After.RESET),
                Reply.of(502, ""),
                Reply.of(503, ""),
                Reply.failure(503, "PGRST001", "lost"))) {
            for (Consumer<BaseRepository<Record>> write : WRITES) {
                try (RecordedServer server = RecordedServer.answering(broken, STORED);
                        SupabaseRestBackend backend = server.builder().build()) {
                    Failure.of(OutcomeUnknownException.class, () -> write.accept(things(backend)));
                    assertThat(server.requests()).hasSize(1);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PGRST000", "PGRST002", "PGRST003", "429"})
    void a_write_that_was_not_carried_out_is_sent_again(String code) {
        Reply refused = code.equals("429") ? Reply.of(429, "") : Reply.failure(503, code, "not now");
        for (Consumer<BaseRepository<Record>> write : WRITES.subList(1, 3)) {
            try (RecordedServer server = RecordedServer.answering(refused, refused, STORED);
                    SupabaseRestBackend backend = server.builder().build()) {
                write.accept(things(backend));
                assertThat(server.requests()).hasSize(3);
            }
        }
    }

    @Test
    void a_write_that_nobody_listens_to_is_not_unknown() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (SupabaseRestBackend backend = new SupabaseRestBuilder("http://127.0.0.1:" + port, "a-key")
                .retry(RetryPolicy.none())
                .build()) {
            WRITES.forEach(write -> Failure.of(ConnectionFailureException.class, () -> write.accept(things(backend)))
                    .sqlState("08001"));
        }
    }

    @Test
    void a_write_to_a_name_that_does_not_exist_is_not_unknown() {
        try (SupabaseRestBackend backend = new SupabaseRestBuilder("http://no-such-host.invalid", "a-key")
                .retry(RetryPolicy.none())
                .build()) {
            Failure.of(ConnectionFailureException.class, () -> things(backend).deleteWhere(everyRow()))
                    .sqlState("08001");
        }
    }

    @Test
    void a_write_whose_secure_connection_fails_is_not_unknown() {
        try (RecordedServer server = RecordedServer.answering(
                        Reply.raw("\u0015\u0003\u0003\u0000\u0002\u0002\u0028").then(Reply.After.CLOSE));
                SupabaseRestBackend backend = new SupabaseRestBuilder(
                                server.url().replace("http:", "https:"), "a-key")
                        .requestTimeout(Duration.ofSeconds(3))
                        .retry(RetryPolicy.none())
                        .build()) {
            server.answerAtOnce();
            Failure.of(ConnectionFailureException.class, () -> things(backend).deleteWhere(everyRow()));
        }
    }

    @Test
    void a_server_that_asks_for_time_gets_it() {
        Reply later = Reply.of(429, "", "Retry-After: 1");
        try (RecordedServer server = RecordedServer.answering(later, STORED);
                SupabaseRestBackend backend = server.builder().build()) {
            long begin = System.nanoTime();
            things(backend).deleteWhere(everyRow());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_server_that_asks_for_too_much_time_is_told_on() {
        Reply muchLater = Reply.of(429, "", "Retry-After: 3600");
        try (RecordedServer server = RecordedServer.answering(muchLater, STORED);
                SupabaseRestBackend backend = server.builder().build()) {
            Failure failure = Failure.of(
                    ConnectionFailureException.class, () -> things(backend).deleteWhere(everyRow()));
            assertThat(((ConnectionFailureException) failure.exception()).retryAfter())
                    .contains(Duration.ofHours(1));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_server_that_does_not_answer_or_stops_within_an_answer_ends_the_call(boolean silent) {
        Reply stall = silent
                ? Reply.silence(Reply.After.STALL)
                : Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Range: */1\r\n\r\n[")
                        .then(Reply.After.STALL);
        try (RecordedServer server = RecordedServer.answering(stall);
                SupabaseRestBackend backend =
                        server.builder().requestTimeout(Duration.ofMillis(200)).build()) {
            Failure.of(QueryTimeoutException.class, () -> things(backend).findMany(everyRow()))
                    .withoutSqlState();
            WRITES.forEach(write -> Failure.of(OutcomeUnknownException.class, () -> write.accept(things(backend))));
            assertThat(server.requests()).hasSize(1 + WRITES.size());
        }
    }

    @Test
    void a_connection_that_the_server_ended_while_idle_costs_the_next_write_nothing() {
        try (RecordedServer server = RecordedServer.answering(STORED);
                SupabaseRestBackend backend = server.builder().build()) {
            for (int i = 1; i <= 20; i++) {
                things(backend).deleteWhere(everyRow());
                server.dropConnections();
                Await.until("the connection is closed", () -> server.connections() == 0);
                LockSupport.parkNanos(20_000_000); // until the client has seen it too, which nothing tells
            }
            assertThat(server.requests()).hasSize(20);
        }
    }

    @Test
    void a_write_is_not_sent_again_on_a_kept_connection_that_ends_under_it() {
        for (Consumer<BaseRepository<Record>> write : WRITES) {
            try (RecordedServer server = RecordedServer.answering(STORED, Reply.silence(Reply.After.CLOSE), STORED);
                    SupabaseRestBackend backend = server.builder().build()) {
                things(backend).deleteWhere(everyRow());
                Failure.of(OutcomeUnknownException.class, () -> write.accept(things(backend)));
                assertThat(server.requests()).hasSize(2);
            }
        }
    }

    @Test
    void connections_are_kept() {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend = server.builder().build()) {
            for (int i = 0; i < 10; i++) {
                assertThat(things(backend).findMany(everyRow())).isEmpty();
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
