// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EachBackend
class DialogContextRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private static final String USER = "123456789012345@lid";

    private DialogContextRepository dialogs;

    @BeforeEach
    void empty() {
        database.run("DELETE FROM dialog_contexts");
        dialogs = new DialogContextRepository(database.backend(), clockAt("2025-12-02T00:30"));
    }

    @Test
    void a_dialog_keeps_the_last_twenty_messages_and_counts_all() {
        IntStream.rangeClosed(1, 23).forEach(this::say);

        assertThat(dialogs.findMessages(SALON, USER))
                .hasSize(20)
                .startsWith(message(4))
                .endsWith(message(23));
        assertThat(dialog().getMessageCount()).isEqualTo(23);
    }

    @Test
    void no_message_is_lost_when_many_come_at_once() throws Exception {
        Together.run(16, i -> {
            say(i);
            return i;
        });

        assertThat(dialog().getMessageCount()).isEqualTo(16);
        assertThat(dialogs.findMessages(SALON, USER))
                .extracting(DialogMessage::content)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 16).mapToObj(i -> "Привет " + i).toList());
    }

    @Test
    void a_dialog_without_a_version_can_go_on() {
        say(1);
        database.run("ALTER TABLE dialog_contexts DISABLE TRIGGER USER; UPDATE dialog_contexts SET updated_at = NULL;"
                + " ALTER TABLE dialog_contexts ENABLE TRIGGER USER");
        say(2);

        assertThat(dialogs.findMessages(SALON, USER)).hasSize(2);
        assertThat(dialog().getUpdatedAt()).isNotNull();
    }

    @Test
    void an_empty_object_in_place_of_the_messages_holds_none() {
        dialogs.upsert(SALON, dialogs.newRecord().setUserId(USER).setMessages(json("{}")));

        assertThat(dialogs.findMessages(SALON, USER)).isEmpty();
        say(1);
        assertThat(dialogs.findMessages(SALON, USER)).containsExactly(message(1));
    }

    @Test
    void messages_keep_what_older_code_stored_with_them_digit_by_digit() {
        dialogs.upsert(
                SALON,
                dialogs.newRecord()
                        .setUserId(USER)
                        .setMessages(json("[{\"n\": 1.10, \"m\": 12345678901234567890123, \"a\": []}]")));
        say(1);

        assertThat(dialog().getMessages().data())
                .contains("\"n\": 1.10")
                .contains("\"m\": 12345678901234567890123")
                .contains("\"a\": []");
    }

    @Test
    void a_message_without_a_timestamp_is_reported_without_its_text() {
        dialogs.upsert(SALON, dialogs.newRecord().setUserId(USER).setMessages(json("[{\"content\": \"тайна\"}]")));

        assertThatThrownBy(() -> dialogs.findMessages(SALON, USER))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageNotContaining("тайна");
    }

    @Test
    void the_state_is_saved_beside_the_messages() {
        say(1);
        dialogs.saveState(SALON, USER, "choosing_time", json("{\"slots\": []}"));

        assertThat(dialog().getState()).isEqualTo("choosing_time");
        assertThat(dialog().getData().data()).isEqualTo("{\"slots\": []}");
        assertThat(dialog().getLastActivity()).isEqualTo("2025-12-01T21:30");
        assertThat(dialogs.findMessages(SALON, USER)).hasSize(1);
    }

    @Test
    void a_state_can_begin_a_dialog() {
        dialogs.saveState(SALON, USER, null, json("{}"));

        assertThat(dialog().getMessageCount()).isZero();
        assertThat(dialog().getMessages().data()).isEqualTo("[]");
    }

    /** Scenario 20. */
    @Test
    void an_upsert_writes_what_was_set_and_advances_updated_at() {
        say(1);
        DialogContextsRecord before = dialog();
        dialogs.upsert(SALON, dialogs.newRecord().setUserId(USER).setLastCommand("book"));

        assertThat(dialog().getMessageCount()).isEqualTo(1);
        assertThat(dialog().getLastCommand()).isEqualTo("book");
        assertThat(dialog().getUpdatedAt()).isAfter(before.getUpdatedAt());
    }

    /** Scenario 10. */
    @Test
    void the_same_user_has_a_dialog_with_each_salon() {
        say(1);
        dialogs.appendMessage(
                OTHER_SALON, USER, DialogMessage.fromAssistant("Другой салон", instant("2025-12-02T00:00Z")));
        dialogs.saveState(OTHER_SALON, USER, "idle", json("{}"));

        assertThat(dialogs.findMessages(SALON, USER)).containsExactly(message(1));
        assertThat(dialog().getState()).isNull();
    }

    @Test
    void a_dialog_that_never_began_is_empty() {
        assertThat(dialogs.find(SALON, USER)).isEmpty();
        assertThat(dialogs.findMessages(SALON, USER)).isEqualTo(List.of());
    }

    @Test
    void text_that_cannot_be_stored_is_refused_and_nothing_is_written() {
        assertThatThrownBy(() -> dialogs.appendMessage(
                        SALON, USER, DialogMessage.fromUser("\u0000", instant("2025-12-02T00:00Z"))))
                .isInstanceOf(InvalidValueException.class);
        assertThat(dialogs.find(SALON, USER)).isEmpty();
    }

    @Test
    void a_message_shows_no_content_where_it_is_printed() {
        assertThat(message(1).toString()).doesNotContain("Привет");
    }

    private DialogContextsRecord dialog() {
        return dialogs.find(SALON, USER).orElseThrow();
    }

    private void say(int number) {
        dialogs.appendMessage(SALON, USER, message(number));
    }

    private static DialogMessage message(int number) {
        return DialogMessage.fromUser(
                "Привет " + number, instant("2025-12-02T09:00Z").plusSeconds(number));
    }
}
