// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.Failure.SECRET;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.ServerRole;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.error.TransactionConflictException;
import dev.dualbase.core.repository.BaseRepository;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of gateways, and of versions of PostgREST that are not at hand: each as it was recorded or is documented. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordedAnswersTest {
    private static final String HTML = "<!DOCTYPE html><html><body>" + SECRET + "</body></html>";

    @CanIgnoreReturnValue
    private static Failure failureOf(Reply reply, Class<? extends StorageException> type, boolean write) {
        try (RecordedServer server = RecordedServer.answering(reply);
                SupabaseRestBackend backend = server.builder().build()) {
            BaseRepository<Record> things = ThingDatabase.things(backend);
            return Failure.of(type, () -> {
                if (write) {
                    things.insert(THING.row(1, SECRET));
                } else {
                    things.findMany(eq(THING.NAME, SECRET));
                }
            });
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        Reply.failure(404, "PGRST205", "no table " + SECRET), SchemaMismatchException.class, "42P01"),
                Arguments.of(Reply.failure(404, "PGRST125", "Invalid path"), SchemaMismatchException.class, "42P01"),
                Arguments.of(Reply.failure(404, "PGRST126", "Root disabled"), SchemaMismatchException.class, "42P01"),
                Arguments.of(Reply.of(404, "{}"), SchemaMismatchException.class, "42P01"),
                Arguments.of(
                        Reply.failure(400, "PGRST204", "Could not find the '" + SECRET + "' column of 'thing'"),
                        SchemaMismatchException.class,
                        "42703"),
                Arguments.of(Reply.failure(401, "PGRST303", "JWT expired"), AccessDeniedException.class, "28000"),
                Arguments.of(Reply.failure(401, "PGRST301", "JWSError"), AccessDeniedException.class, "28000"),
                Arguments.of(Reply.of(401, "{\"message\":\"Invalid API key\"}"), AccessDeniedException.class, "28000"),
                Arguments.of(Reply.of(403, HTML), AccessDeniedException.class, "28000"),
                Arguments.of(Reply.of(413, HTML), InvalidValueException.class, "54000"),
                Arguments.of(Reply.of(414, HTML), InvalidValueException.class, "54000"),
                Arguments.of(Reply.of(431, ""), InvalidValueException.class, "54000"),
                Arguments.of(Reply.of(400, "Bad Request"), InvalidValueException.class, "54000"),
                Arguments.of(Reply.failure(500, "40P01", "deadlock"), TransactionConflictException.class, "40P01"),
                Arguments.of(Reply.failure(500, "40001", "serialize"), TransactionConflictException.class, "40001"),
                Arguments.of(Reply.failure(503, "PGRST000", "down"), ConnectionFailureException.class, "08001"),
                Arguments.of(Reply.failure(503, "PGRST002", "no cache"), ConnectionFailureException.class, "08001"),
                Arguments.of(Reply.failure(504, "PGRST003", "no pool"), ConnectionFailureException.class, "08001"),
                Arguments.of(Reply.of(429, ""), ConnectionFailureException.class, "53300"),
                Arguments.of(
                        Reply.of(429, "{\"code\":429,\"message\":\"" + SECRET + "\"}"),
                        ConnectionFailureException.class,
                        "53300"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void a_refusal_is_the_same_for_reads_and_writes(Reply reply, Class<? extends StorageException> type, String state) {
        failureOf(reply, type, false).sqlState(state).table("thing");
        failureOf(reply, type, true).sqlState(state).table("thing");
    }

    static Stream<Reply> unclear() {
        return Stream.of(
                Reply.of(200, HTML, "Content-Type: text/html"),
                Reply.of(200, ""),
                Reply.of(200, "[]"),
                Reply.of(200, "{\"message\":\"" + SECRET + "\"}", "Content-Range: */1"),
                Reply.of(200, "[{\"" + SECRET + "\":1}]", "Content-Range: */1"),
                Reply.of(200, "[{}]", "Content-Range: */1"),
                Reply.of(200, "[{\"c0\":1", "Content-Range: */1"),
                Reply.of(408, ""),
                Reply.of(500, "Something went wrong"),
                Reply.of(502, HTML),
                Reply.of(504, ""),
                Reply.of(520, HTML),
                Reply.of(524, "{\"title\":\"" + SECRET + "\",\"status\":524}"),
                Reply.of(500, "{\"code\":\"BOOT_ERROR\",\"message\":\"" + SECRET + "\"}"),
                Reply.of(503, "name resolution failed"),
                Reply.failure(503, "PGRST001", "lost"),
                Reply.failure(500, "57P01", "terminating connection"),
                Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nContent-Range: 0-0/*\r\n\r\n[{\"c0\"")
                        .then(Reply.After.CLOSE),
                Reply.raw(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Range: 0-0/*\r\n\r\n5\r\n[{\"c0\r\n")
                        .then(Reply.After.CLOSE),
                Reply.silence(Reply.After.CLOSE),
                Reply.silence(Reply.After.RESET),
                Reply.raw("no HTTP at all\r\n\r\n").then(Reply.After.CLOSE));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void after_an_answer_that_says_nothing_a_write_may_have_been_carried_out(Reply reply) {
        failureOf(reply, ConnectionFailureException.class, false);
        failureOf(reply, OutcomeUnknownException.class, true);
    }

    static Stream<Reply> elsewhere() {
        return Stream.of(
                Reply.of(301, "", "Location: https://" + SECRET + ".example/"),
                Reply.of(307, HTML, "Location: https://" + SECRET + ".example/"),
                Reply.of(405, HTML),
                Reply.failure(400, "PGRST124", "too many rows"));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    void a_refusal_of_no_known_kind_is_an_error_of_the_server(Reply reply) {
        failureOf(reply, ServerErrorException.class, false);
        failureOf(reply, ServerErrorException.class, true);
    }

    @Test
    void a_page_of_another_server_is_no_health() {
        try (RecordedServer server = RecordedServer.answering(Reply.of(200, HTML));
                SupabaseRestBackend backend = server.builder().build()) {
            assertThat(backend.health().failure()).containsInstanceOf(ConnectionFailureException.class);
        }
    }

    @Test
    void the_version_is_read_from_the_description_where_a_gateway_hides_the_header() {
        Reply described = Reply.of(
                200, "{\"swagger\":\"2.0\",\"info\":{\"version\":\"13.0.4 (c0f8dbe)\"}}", "Server: cloudflare");
        try (RecordedServer server = RecordedServer.answering(described);
                SupabaseRestBackend backend = server.builder().build()) {
            assertThat(backend.health().server())
                    .contains(new ServerInfo("13.0.4", ServerRole.UNKNOWN, Optional.empty()));
        }
    }

    @Test
    void a_newer_server_answers_an_update_with_alternatives() {
        Reply none = Reply.failure(404, "PGRST202", "no function");
        Reply api = Reply.of(200, "{}", "Server: postgrest/14.4");
        Reply updated = Reply.of(200, "[]", "Content-Range: */0", "Server: postgrest/14.4");
        try (RecordedServer server = RecordedServer.answering(none, api, updated);
                SupabaseRestBackend backend = server.builder().build()) {
            var either = eq(THING.NAME, "a").or(eq(THING.NAME, "b"));
            assertThat(ThingDatabase.updated(backend, either, THING.newRecord().with(THING.NAME, "c")))
                    .isEmpty();
            assertThat(server.requests().get(2)).startsWith("PATCH /thing?");
        }
    }

    @Test
    void a_question_about_the_server_that_fails_leaves_no_write_unknown() {
        try (RecordedServer server = RecordedServer.answering(Reply.of(502, HTML));
                SupabaseRestBackend backend = server.builder().build()) {
            var either = eq(THING.NAME, "a").or(eq(THING.NAME, "b"));
            Failure.of(
                    ConnectionFailureException.class,
                    () -> ThingDatabase.updated(
                            backend, either, THING.newRecord().with(THING.NAME, "c")));
            assertThat(server.requestsOf("PATCH")).isZero();
        }
    }

    @Test
    void an_outage_is_never_an_empty_answer() {
        try (RecordedServer server = RecordedServer.answering(Reply.of(200, "[]"));
                SupabaseRestBackend backend = server.builder().build()) {
            BaseRepository<Record> things = ThingDatabase.things(backend);
            assertThat(catchThrowable(() -> things.count(everyRow()))).isInstanceOf(ConnectionFailureException.class);
            assertThat(catchThrowable(() -> things.deleteWhere(everyRow())))
                    .isInstanceOf(OutcomeUnknownException.class);
        }
    }
}
