// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.json;
import static dev.dualbase.repositories.whatsapp.KeyType.APP_STATE_SYNC_KEY;
import static dev.dualbase.repositories.whatsapp.KeyType.LID_MAPPING;
import static dev.dualbase.repositories.whatsapp.KeyType.PRE_KEY;
import static dev.dualbase.repositories.whatsapp.KeyType.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.whatsapp.BufferCodec;
import dev.dualbase.repositories.whatsapp.KeyChange;
import dev.dualbase.repositories.whatsapp.KeyType;
import dev.dualbase.repositories.whatsapp.SessionJson;
import dev.dualbase.repositories.whatsapp.SessionStatistics;
import dev.dualbase.repositories.whatsapp.WhatsAppSessionStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 28. */
@EachBackend
class WhatsAppSessionStoreTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private final WhatsAppSessionStore sessions = at("2025-12-02T12:00:00Z");

    @BeforeEach
    void empty() {
        database.run("DELETE FROM whatsapp_auth; DELETE FROM whatsapp_keys");
    }

    private static WhatsAppSessionStore at(String instant) {
        return new WhatsAppSessionStore(database.backend(), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    @Test
    void both_buffer_encodings_in_credentials_come_back_byte_for_byte() {
        sessions.saveCredentials(
                SALON,
                json("{\"a\":{\"type\":\"Buffer\",\"data\":[0,255]},\"b\":{\"type\":\"Buffer\",\"data\":\"AP8=\"}}"));

        JSONB stored = sessions.loadCredentials(SALON).orElseThrow();
        assertThat(SessionJson.bytes(stored, "a")).hasValue(new byte[] {0, -1});
        assertThat(SessionJson.bytes(stored, "b")).hasValue(new byte[] {0, -1});
    }

    @Test
    void credentials_are_replaced_as_a_whole() {
        sessions.saveCredentials(SALON, json("{\"registered\": false, \"old\": 1}"));
        sessions.saveCredentials(SALON, json("{\"registered\": true}"));

        assertThat(sessions.loadCredentials(SALON).orElseThrow().data()).isEqualTo("{\"registered\": true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"962302", "company_962302"})
    void a_salon_has_one_session_however_its_number_is_written(String text) {
        sessions.saveCredentials(CompanyId.parse(text), json("{}"));

        assertThat(database.query("SELECT company_id FROM whatsapp_auth")).containsExactly("company_962302");
        assertThat(sessions.loadCredentials(CompanyId.of(962_302))).isPresent();
    }

    @Test
    void a_session_under_the_bare_number_is_not_looked_at() {
        database.run("INSERT INTO whatsapp_auth (company_id, creds) VALUES ('962302', '{}')");

        assertThat(sessions.loadCredentials(CompanyId.of(962_302))).isEmpty();
    }

    @Test
    void keys_are_objects_or_single_strings() {
        JSONB pair = SessionJson.write(BufferCodec.encode(new byte[] {1, 2, 3}));
        sessions.setKeys(
                SALON,
                List.of(
                        KeyChange.set(PRE_KEY, "1", pair),
                        KeyChange.set(LID_MAPPING, "79000000001_reverse", SessionJson.ofText("123456789012345"))));

        assertThat(SessionJson.bytes(key(PRE_KEY, "1"))).hasValue(new byte[] {1, 2, 3});
        assertThat(SessionJson.text(key(LID_MAPPING, "79000000001_reverse"))).contains("123456789012345");
    }

    @Test
    void only_the_keys_asked_for_and_there_are_answered() {
        set(PRE_KEY, "1", "2");
        set(SESSION, "3");

        assertThat(sessions.getKeys(SALON, PRE_KEY, List.of("1", "3", "4"))).containsOnlyKeys("1");
        assertThat(sessions.getKeys(SALON, PRE_KEY, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lid-mapping", "pre-key", "session", "sender-key"})
    void short_lived_keys_expire_after_seven_days(String type) {
        set(new KeyType(type), "1");

        assertThat(visibleAt("2025-12-09T11:59:59Z", type)).isTrue();
        assertThat(visibleAt("2025-12-09T12:00:00Z", type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-state-sync-key", "app-state-sync-version", "device-list"})
    void all_others_expire_after_fourteen(String type) {
        set(new KeyType(type), "1");

        assertThat(visibleAt("2025-12-16T11:59:59Z", type)).isTrue();
        assertThat(visibleAt("2025-12-16T12:00:00Z", type)).isFalse();
    }

    @Test
    void a_key_that_is_written_again_expires_anew() {
        set(SESSION, "1");
        at("2025-12-08T12:00:00Z").setKeys(SALON, List.of(KeyChange.set(SESSION, "1", json("{}"))));

        assertThat(visibleAt("2025-12-15T11:59:59Z", "session")).isTrue();
    }

    @Test
    void a_key_without_expiry_never_expires() {
        set(SESSION, "1");
        database.run("UPDATE whatsapp_keys SET expires_at = NULL");

        assertThat(visibleAt("2099-01-01T00:00:00Z", "session")).isTrue();
    }

    @Test
    void a_batch_sets_and_deletes_and_the_last_change_of_a_key_wins() {
        set(PRE_KEY, "1", "2");
        sessions.setKeys(
                SALON,
                List.of(
                        KeyChange.delete(PRE_KEY, "1"),
                        KeyChange.set(PRE_KEY, "2", json("\"old\"")),
                        KeyChange.set(PRE_KEY, "2", json("\"new\"")),
                        KeyChange.set(PRE_KEY, "3", json("{}")),
                        KeyChange.delete(PRE_KEY, "3"),
                        KeyChange.delete(SESSION, "none")));

        assertThat(sessions.getKeys(SALON, PRE_KEY, List.of("1", "2", "3"))).containsOnlyKeys("2");
        assertThat(key(PRE_KEY, "2").data()).isEqualTo("\"new\"");
    }

    @Test
    void a_batch_with_a_bad_key_changes_nothing() {
        set(PRE_KEY, "1");

        assertThatThrownBy(() -> sessions.setKeys(
                        SALON,
                        List.of(KeyChange.delete(PRE_KEY, "1"), KeyChange.set(PRE_KEY, "2", json("{\"secret\":")))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("secret");
        assertThat(sessions.getKeys(SALON, PRE_KEY, List.of("1", "2"))).containsOnlyKeys("1");
    }

    @Test
    void hundreds_of_keys_are_one_batch() {
        List<KeyChange> keys = IntStream.range(0, 812)
                .mapToObj(i -> KeyChange.set(PRE_KEY, "" + i, json("{}")))
                .toList();
        sessions.setKeys(SALON, keys);

        assertThat(sessions.getKeys(
                        SALON, PRE_KEY, keys.stream().map(KeyChange::id).toList()))
                .hasSize(812);
    }

    @Test
    void a_session_goes_with_its_keys() {
        sessions.saveCredentials(SALON, json("{}"));
        set(SESSION, "1");

        assertThat(sessions.removeSession(SALON)).isTrue();
        assertThat(sessions.loadCredentials(SALON)).isEmpty();
        assertThat(sessions.getKeys(SALON, SESSION, List.of("1"))).isEmpty();
        assertThat(sessions.removeSession(SALON)).isFalse();
    }

    /** Scenario 10. */
    @Test
    void nothing_of_one_salon_is_seen_or_changed_by_another() {
        sessions.saveCredentials(SALON, json("{}"));
        set(SESSION, "1");
        sessions.setKeys(OTHER_SALON, List.of(KeyChange.delete(SESSION, "1")));

        assertThat(sessions.loadCredentials(OTHER_SALON)).isEmpty();
        assertThat(sessions.getKeys(OTHER_SALON, SESSION, List.of("1"))).isEmpty();
        assertThat(sessions.removeSession(OTHER_SALON)).isFalse();
        assertThat(sessions.getKeys(SALON, SESSION, List.of("1"))).hasSize(1);
    }

    @Test
    void a_missing_salon_is_refused() {
        CompanyId none = null;
        assertThatThrownBy(() -> sessions.loadCredentials(none)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> sessions.removeSession(none)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 100})
    void expired_keys_are_deleted_in_batches_and_counted(int batch) {
        for (int day = 1; day <= 5; day++) {
            at("2025-01-0" + day + "T12:00:00Z").setKeys(SALON, List.of(KeyChange.set(PRE_KEY, "" + day, json("{}"))));
        }
        set(SESSION, "valid");

        assertThat(sessions.deleteExpiredKeysAcrossCompanies(batch)).isEqualTo(5);
        assertThat(sessions.deleteExpiredKeysAcrossCompanies(batch)).isZero();
        assertThat(sessions.getKeys(SALON, SESSION, List.of("valid"))).hasSize(1);
    }

    @Test
    void keys_that_expire_at_the_same_instant_go_together() {
        at("2025-01-01T12:00:00Z")
                .setKeys(
                        SALON,
                        List.of(KeyChange.set(PRE_KEY, "1", json("{}")), KeyChange.set(PRE_KEY, "2", json("{}"))));

        assertThat(sessions.deleteExpiredKeysAcrossCompanies(1)).isEqualTo(2);
        assertThatThrownBy(() -> sessions.deleteExpiredKeysAcrossCompanies(0))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_function_of_the_database_deletes_a_batch() {
        at("2025-01-01T12:00:00Z")
                .setKeys(
                        SALON,
                        List.of(KeyChange.set(PRE_KEY, "1", json("{}")), KeyChange.set(PRE_KEY, "2", json("{}"))));

        assertThat(database.query("SELECT delete_expired_whatsapp_keys(1)")).containsExactly("1");
        assertThat(database.query("SELECT delete_expired_whatsapp_keys()")).containsExactly("1");
        assertThat(database.query("SELECT delete_expired_whatsapp_keys()")).containsExactly("0");
    }

    @Test
    void statistics_count_everything_in_one_statement() {
        sessions.saveCredentials(SALON, json("{}"));
        at("2025-01-01T12:00:00Z").setKeys(SALON, List.of(KeyChange.set(PRE_KEY, "1", json("{}"))));
        at("2099-01-01T12:00:00Z").setKeys(OTHER_SALON, List.of(KeyChange.set(APP_STATE_SYNC_KEY, "1", json("{}"))));

        SessionStatistics statistics = sessions.statisticsAcrossCompanies();
        assertThat(statistics.sessions()).isEqualTo(1);
        assertThat(statistics.keys()).isEqualTo(2);
        assertThat(statistics.expiredKeys()).isEqualTo(1);
        assertThat(statistics.keysByType()).containsEntry("pre-key", 1L).containsEntry("app-state-sync-key", 1L);
    }

    @Test
    void an_empty_store_has_statistics() {
        assertThat(sessions.statisticsAcrossCompanies().keys()).isZero();
    }

    @Test
    void a_change_shows_no_key_where_it_is_printed() {
        assertThat(KeyChange.set(SESSION, "79000000001.0", json("\"secret\""))).hasToString("KeyChange[set session]");
    }

    private void set(KeyType type, String... ids) {
        sessions.setKeys(
                SALON,
                Stream.of(ids).map(id -> KeyChange.set(type, id, json("{}"))).toList());
    }

    private JSONB key(KeyType type, String id) {
        return sessions.getKeys(SALON, type, List.of(id)).get(id);
    }

    private static boolean visibleAt(String instant, String type) {
        return !at(instant).getKeys(SALON, new KeyType(type), List.of("1")).isEmpty();
    }
}
