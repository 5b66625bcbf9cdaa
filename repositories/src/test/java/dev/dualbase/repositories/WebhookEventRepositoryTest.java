// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.OTHER_SALON;
import static dev.dualbase.repositories.TestBookings.SALON;
import static dev.dualbase.repositories.TestBookings.TEN;
import static dev.dualbase.repositories.TestBookings.clockAt;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.schema.WebhookEventsRecord;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EachBackend
class WebhookEventRepositoryTest {

    @RegisterExtension
    static final SalonDatabase database = new SalonDatabase();

    private WebhookEventRepository events;

    @BeforeEach
    void empty() {
        database.run("DELETE FROM webhook_events");
        events = at("2025-12-02T12:00");
    }

    private static WebhookEventRepository at(String wallTime) {
        return new WebhookEventRepository(database.backend(), clockAt(wallTime));
    }

    /** Scenario 22. */
    @Test
    void of_twenty_deliveries_exactly_one_is_handled() throws Exception {
        List<Optional<WebhookEventsRecord>> claims = Together.run(20, i -> claim(SALON, "event"));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void an_event_is_stored_as_it_came() {
        assertThat(events.claim(
                        SALON, "event", "record.create", RecordId.of(1_434_631_767), json("{\"a\": [], \"n\": 1.10}")))
                .isPresent();

        WebhookEventsRecord stored = events.findByEventId(SALON, "event").orElseThrow();
        assertThat(stored.getRecordId()).isEqualTo(1_434_631_767L);
        assertThat(stored.getPayload().data()).isEqualTo("{\"a\": [], \"n\": 1.10}");
        assertThat(stored.getCreatedAt()).isEqualTo("2025-12-02T09:00");
    }

    @Test
    void events_wait_in_the_order_they_came_until_they_are_marked() {
        assertThat(at("2025-12-02T11:00").claim(SALON, "second", "x", null, json("{}")))
                .isPresent();
        assertThat(at("2025-12-02T10:00").claim(SALON, "first", "x", null, json("{}")))
                .isPresent();
        claim(SALON, "third");

        assertThat(events.markProcessed(SALON, "second")).isTrue();
        assertThat(events.markProcessed(SALON, "second")).isFalse();
        assertThat(events.findUnprocessed(SALON, TEN))
                .extracting(WebhookEventsRecord::getEventId)
                .containsExactly("first", "third");
    }

    @Test
    void an_event_whose_claimer_went_down_is_claimed_again_by_one() throws Exception {
        assertThat(at("2025-12-02T11:00").claim(SALON, "event", "x", null, json("{}")))
                .isPresent();

        assertThat(Together.run(8, i -> events.reclaim(SALON, "event", instant("2025-12-02T11:30+03:00"))))
                .filteredOn(won -> won)
                .hasSize(1);
        assertThat(events.findByEventId(SALON, "event").orElseThrow().getCreatedAt())
                .isEqualTo("2025-12-02T09:00");
    }

    @Test
    void an_event_that_is_young_or_handled_or_not_there_is_not_claimed_again() {
        OffsetDateTime now = instant("2025-12-02T12:00+03:00");
        claim(SALON, "young");
        assertThat(at("2025-12-02T11:00").claim(SALON, "handled", "x", null, json("{}")))
                .isPresent();
        assertThat(at("2025-12-02T11:00").claim(OTHER_SALON, "foreign", "x", null, json("{}")))
                .isPresent();
        assertThat(events.markProcessed(SALON, "handled")).isTrue();

        assertThat(List.of("young", "handled", "foreign", "missing"))
                .noneMatch(event -> events.reclaim(SALON, event, now));
        assertThatThrownBy(() -> events.reclaim(SALON, "young", now.plusSeconds(1)))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void only_what_was_handled_long_ago_is_deleted() {
        claim(SALON, "waiting");
        claim(SALON, "old");
        claim(SALON, "new");
        assertThat(at("2025-12-02T11:59").markProcessed(SALON, "old")).isTrue();
        assertThat(events.markProcessed(SALON, "new")).isTrue();

        assertThat(events.deleteProcessedOlderThan(SALON, instant("2025-12-02T12:00+03:00")))
                .isEqualTo(1);
        assertThat(events.findByEventId(SALON, "old")).isEmpty();
    }

    /** Scenario 10. */
    @Test
    void the_same_event_of_two_salons_is_two_events() {
        assertThat(claim(SALON, "event")).isPresent();
        assertThat(claim(OTHER_SALON, "event")).isPresent();
        assertThat(events.markProcessed(OTHER_SALON, "event")).isTrue();

        assertThat(events.findUnprocessed(SALON, TEN)).hasSize(1);
        assertThat(events.deleteProcessedOlderThan(SALON, instant("2030-01-01T00:00Z")))
                .isZero();
        assertThat(events.findByEventId(OTHER_SALON, "event")).isPresent();
    }

    private Optional<WebhookEventsRecord> claim(CompanyId salon, String event) {
        return events.claim(salon, event, "record.update", null, json("{}"));
    }
}
