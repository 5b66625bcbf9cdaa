// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.supabase.rest.Failure.SECRET;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.repository.BaseRepository;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jooq.Record;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, tokens, headers, schemas, and settings that cannot be. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase();

    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYSJ9." + SECRET;

    /** The head of the one request of a read. */
    private static String headOfRead(UnaryOperator<SupabaseRestBuilder> settings, String key) {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend = settings.apply(new SupabaseRestBuilder(server.url(), key))
                        .build()) {
            assertThat(ThingDatabase.things(backend).findById(1L)).isEmpty();
            assertThat(backend.toString()).doesNotContain(SECRET);
            return server.requests().get(0).toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void a_key_that_is_a_token_is_sent_as_both() {
        assertThat(headOfRead(any -> any, JWT))
                .contains("apikey: " + JWT.toLowerCase(Locale.ROOT))
                .contains("authorization: bearer " + JWT.toLowerCase(Locale.ROOT));
    }

    @Test
    void a_key_that_is_no_token_is_sent_as_key_only() {
        for (String key : List.of("sb_secret_abc", "sb_publishable_x.y.z", "eyJust-a-word")) {
            assertThat(headOfRead(any -> any, key))
                    .contains("apikey: " + key.toLowerCase(Locale.ROOT))
                    .doesNotContain("authorization");
        }
    }

    @Test
    void headers_of_the_host_are_sent() {
        assertThat(headOfRead(any -> any.header("X-Region", "eu-1").header("x-trace", "7"), "a-key"))
                .contains("x-region: eu-1", "x-trace: 7");
    }

    @Test
    void a_token_is_asked_for_each_request() {
        AtomicInteger asked = new AtomicInteger();
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend = server.builder()
                        .tokens(() -> "token-" + asked.incrementAndGet())
                        .build()) {
            assertThat(ThingDatabase.things(backend).findById(1L)).isEmpty();
            assertThat(ThingDatabase.things(backend).findById(1L)).isEmpty();
            assertThat(server.requests()).anyMatch(request -> request.contains("Bearer token-1"));
            assertThat(server.requests()).anyMatch(request -> request.contains("Bearer token-2"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PGRST301", "PGRST303"})
    void a_token_that_the_server_calls_expired_is_renewed_once(String code) {
        Renewing tokens = new Renewing();
        try (RecordedServer server =
                        RecordedServer.answering(Reply.failure(401, code, "JWT expired"), Reply.nothing());
                SupabaseRestBackend backend = server.builder().tokens(tokens).build()) {
            ThingDatabase.things(backend).deleteWhere(everyRow());
            assertThat(server.requests()).hasSize(2);
            assertThat(server.requests().get(0)).contains("Bearer token-0");
            assertThat(server.requests().get(1)).contains("Bearer token-1");
        }
        try (RecordedServer server = RecordedServer.answering(Reply.failure(401, code, "JWT expired"));
                SupabaseRestBackend backend = server.builder().tokens(tokens).build()) {
            Failure.of(
                            AccessDeniedException.class,
                            () -> ThingDatabase.things(backend).deleteWhere(everyRow()))
                    .sqlState("28000")
                    .withoutValue("token-");
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void a_token_that_cannot_be_renewed_is_not_tried_again() {
        try (RecordedServer server = RecordedServer.answering(Reply.failure(401, "PGRST301", "JWT expired"));
                SupabaseRestBackend backend =
                        server.builder().tokens(() -> "the-same").build()) {
            Failure.of(
                    AccessDeniedException.class,
                    () -> ThingDatabase.things(backend).findById(1L));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", SECRET + "\n", SECRET + "\r\nX-Evil: 1", SECRET + "ы"})
    void a_token_that_is_none_is_refused_before_anything_is_sent(String token) {
        try (RecordedServer server = RecordedServer.answering(Reply.nothing());
                SupabaseRestBackend backend =
                        server.builder().tokens(() -> token).build()) {
            Failure.of(
                            AccessDeniedException.class,
                            () -> ThingDatabase.things(backend).findById(1L))
                    .sqlState("28000");
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", SECRET + "\n", SECRET + " x", SECRET + "\r\nX: 1", SECRET + "é"})
    void a_key_that_is_none_is_refused_when_the_backend_is_built(String key) {
        Failure.of(InvalidValueException.class, () -> new SupabaseRestBuilder("http://localhost", key).build())
                .message("key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prefer",
                "prefer",
                "Authorization",
                "apikey",
                "Accept-Profile",
                "Content-Length",
                "Host",
                "a b",
                ""
            })
    void a_header_that_would_change_what_is_asked_is_refused(String name) {
        Failure.of(
                        InvalidValueException.class,
                        () -> new SupabaseRestBuilder("http://localhost", "a-key")
                                .header(name, SECRET)
                                .build())
                .message("header");
    }

    @Test
    void a_header_with_a_line_break_is_refused_without_its_value() {
        Failure.of(
                InvalidValueException.class,
                () -> new SupabaseRestBuilder("http://localhost", "a-key")
                        .header("x-secret", SECRET + "\n")
                        .build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "ftp://localhost",
                "http://",
                "http://u:" + SECRET + "@h",
                "http://h?x=" + SECRET,
                "http://h#" + SECRET,
                "http://" + SECRET + " x",
                "mailto:a@b"
            })
    void an_address_that_is_none_is_refused(String url) {
        Failure.of(InvalidValueException.class, () -> new SupabaseRestBuilder(url, "a-key").build())
                .message("url");
    }

    @Test
    void all_problems_come_in_one_message() {
        Failure.of(
                        InvalidValueException.class,
                        () -> new SupabaseRestBuilder("nowhere", SECRET + "\n")
                                .connectTimeout(Duration.ZERO)
                                .requestTimeout(Duration.ZERO)
                                .maxUrlBytes(1)
                                .maxBodyBytes(1)
                                .pageSize(0)
                                .header("Prefer", "x")
                                .build())
                .message("url")
                .message("key")
                .message("connectTimeout")
                .message("requestTimeout")
                .message("maxUrlBytes")
                .message("maxBodyBytes")
                .message("pageSize")
                .message("Prefer");
    }

    @Test
    void two_schemas_may_have_a_table_of_one_name() {
        SupabaseRestBackend other = DATABASE.open(builder -> builder.schema("other"));
        BaseRepository<Record> generated = new BaseRepository<>(DATABASE.backend(), ThingTable.IN_OTHER);
        ThingDatabase.things(other).insert(THING.row(1, "other"));
        DATABASE.things().insert(THING.row(1, "public"));
        assertThat(ThingDatabase.things(other).getById(1L).get(THING.NAME)).isEqualTo("other");
        assertThat(DATABASE.things().getById(1L).get(THING.NAME)).isEqualTo("public");
        assertThat(generated.getById(1L).get(ThingTable.IN_OTHER.NAME)).isEqualTo("other");
        ThingDatabase.things(other).updateWhere(everyRow(), THING.newRecord().with(THING.NAME, "x"));
        assertThat(DATABASE.things().getById(1L).get(THING.NAME)).isEqualTo("public");
        assertThat(ThingDatabase.things(other).deleteWhere(everyRow())).isEqualTo(1);
        assertThat(DATABASE.things().count(everyRow())).isEqualTo(1);
        assertThat(other.health().failure()).isEmpty();
    }

    @Test
    void a_malformed_schema_is_a_failure_of_ours() {
        SupabaseRestBackend other = DATABASE.open(builder -> builder.schema("no\nschema"));
        Failure.of(StorageException.class, () -> ThingDatabase.things(other).findById(1L));
    }

    /** Has another token each time one expired. */
    private static final class Renewing implements TokenSource {
        private final AtomicInteger number = new AtomicInteger();

        @Override
        public String token() {
            return "token-" + number.get();
        }

        @Override
        public void expired(String token) {
            assertThat(token).isEqualTo(token());
            number.incrementAndGet();
        }
    }
}
