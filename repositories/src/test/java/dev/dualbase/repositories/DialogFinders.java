// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.Finders.SALON;
import static dev.dualbase.repositories.Finders.TEN;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;

import dev.dualbase.repositories.whatsapp.KeyType;
import dev.dualbase.repositories.whatsapp.WhatsAppSessionStore;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** The finders of what is said, of what follows from it, and of the sessions and events behind it. */
final class DialogFinders {

    private static final UUID ID = new UUID(0, 7);
    private static final String ADDRESS = "79000000050";

    private DialogFinders() {}

    static void addTo(Finders finders) {
        dialogs(finders);
        messages(finders);
        actions(finders);
        events(finders);
        sessions(finders);
    }

    private static void dialogs(Finders finders) {
        DialogContextRepository dialogs = new DialogContextRepository(finders.backend(), CLOCK);
        finders.of(dialogs, () -> dialogs.findById(SALON, ID))
                .with("find", () -> dialogs.find(SALON, ADDRESS))
                .with("findMessages", () -> dialogs.findMessages(SALON, ADDRESS));
    }

    private static void messages(Finders finders) {
        MessageRepository messages = new MessageRepository(finders.backend(), CLOCK);
        OffsetDateTime since = OffsetDateTime.parse("2025-12-01T00:00Z");
        finders.of(messages, () -> messages.findById(SALON, ID))
                .with("findRecent", () -> messages.findRecent(SALON, ADDRESS, since, TEN))
                .with("hasRecentActivity", () -> messages.hasRecentActivity(SALON, ADDRESS, Duration.ofHours(1)));
    }

    private static void actions(Finders finders) {
        ActionRepository actions = new ActionRepository(finders.backend(), CLOCK);
        finders.of(actions, () -> actions.findById(SALON, ID))
                .with("findPending", () -> actions.findPending(SALON, TEN))
                .with("findByPhone", () -> actions.findByPhone(SALON, PHONE, TEN));
    }

    private static void events(Finders finders) {
        WebhookEventRepository events = new WebhookEventRepository(finders.backend(), CLOCK);
        finders.of(events, () -> events.findById(SALON, ID))
                .with("findByEventId", () -> events.findByEventId(SALON, "event 50"))
                .with("findUnprocessed", () -> events.findUnprocessed(SALON, TEN));
    }

    private static void sessions(Finders finders) {
        WhatsAppSessionStore sessions = new WhatsAppSessionStore(finders.backend(), CLOCK.clock());
        List<String> ids = List.of("50", "100");
        finders.of(sessions)
                .with("loadCredentials", () -> sessions.loadCredentials(SALON))
                .with("getKeys", () -> sessions.getKeys(SALON, KeyType.SESSION, ids))
                .with("deleteExpiredKeysAcrossCompanies", () -> sessions.deleteExpiredKeysAcrossCompanies(100));
    }
}
