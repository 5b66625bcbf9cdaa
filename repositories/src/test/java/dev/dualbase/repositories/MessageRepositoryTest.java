// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.MessageDirection.INCOMING;
import static dev.dualbase.repositories.MessageDirection.OUTGOING;
import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.TEN;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.instant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.schema.MessagesRecord;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EachBackend
class MessageRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private static final String CLIENT = "79000000001";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @BeforeEach
    void empty() {
        database.run("DELETE FROM messages");
    }

    private static MessageRepository at(String wallTime) {
        return new MessageRepository(database.backend(), clockAt(wallTime));
    }

    @Test
    void a_message_is_stored_in_utc_with_what_the_database_fills_in() {
        MessagesRecord stored = at("2025-12-02T00:30").append(SALON, CLIENT, INCOMING, "Здравствуйте");

        assertThat(stored.getCreatedAt()).isEqualTo("2025-12-01T21:30");
        assertThat(stored.getPlatform()).isEqualTo("whatsapp");
        assertThat(at("2025-12-02T00:30").findById(SALON, stored.getId())).isPresent();
    }

    @Test
    void a_message_may_bring_its_own_time() {
        MessageRepository messages = at("2025-12-02T12:00");
        MessagesRecord message = messages.newRecord()
                .setClientPhone(CLIENT)
                .setCreatedAt(instant("2019-05-01T00:00Z").toLocalDateTime());

        assertThat(messages.append(SALON, message).getCreatedAt()).isEqualTo("2019-05-01T00:00");
    }

    /** Scenario 8. */
    @Test
    void recent_messages_come_newest_first_since_an_instant_in_any_offset() {
        at("2025-12-02T11:59").append(SALON, CLIENT, INCOMING, "early");
        at("2025-12-02T12:00").append(SALON, CLIENT, INCOMING, "first");
        at("2025-12-02T12:01").append(SALON, CLIENT, OUTGOING, "second");

        assertThat(at("2025-12-02T13:00").findRecent(SALON, CLIENT, instant("2025-12-02T12:00+03:00"), TEN))
                .extracting(MessagesRecord::getContent)
                .containsExactly("second", "first");
        assertThat(at("2025-12-02T13:00").findRecent(SALON, CLIENT, instant("2025-12-02T08:00Z"), Limit.of(1)))
                .hasSize(1);
    }

    @Test
    void activity_is_a_message_that_came_in_within_the_window() {
        at("2025-12-02T12:00").append(SALON, CLIENT, INCOMING, "");
        at("2025-12-02T12:03").append(SALON, CLIENT, OUTGOING, "");

        assertThat(at("2025-12-02T12:05").hasRecentActivity(SALON, CLIENT, FIVE_MINUTES))
                .isTrue();
        assertThat(at("2025-12-02T12:05:01").hasRecentActivity(SALON, CLIENT, FIVE_MINUTES))
                .isFalse();
        assertThat(at("2025-12-02T12:05").hasRecentActivity(SALON, "79000000002", FIVE_MINUTES))
                .isFalse();
    }

    /** Scenario 10. */
    @Test
    void nothing_of_one_salon_is_seen_by_another() {
        MessageRepository messages = at("2025-12-02T12:00");
        MessagesRecord message = messages.append(SALON, CLIENT, INCOMING, "");

        assertThat(messages.hasRecentActivity(OTHER_SALON, CLIENT, FIVE_MINUTES))
                .isFalse();
        assertThat(messages.findRecent(OTHER_SALON, CLIENT, instant("2025-01-01T00:00Z"), TEN))
                .isEmpty();
        assertThat(messages.findById(OTHER_SALON, message.getId())).isEmpty();
    }
}
