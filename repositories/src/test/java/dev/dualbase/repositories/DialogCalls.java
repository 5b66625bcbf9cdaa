// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.json;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.ID;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.action;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.MessagesRecord;
import dev.dualbase.repositories.schema.WebhookEventsRecord;
import dev.dualbase.repositories.whatsapp.KeyChange;
import dev.dualbase.repositories.whatsapp.KeyType;
import dev.dualbase.repositories.whatsapp.WhatsAppSessionStore;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/** Calls of the repositories of what is said, of what follows from it, and of the sessions and events behind it. */
final class DialogCalls {

    private static final String USER = "user";
    private static final Limit TEN = Limit.of(10);
    private static final OffsetDateTime DAY = instant("2025-12-01T00:00Z");

    private DialogCalls() {}

    static List<TenantCalls> of(Backend backend) {
        return List.of(
                dialogs(new DialogContextRepository(backend, CLOCK)),
                messages(new MessageRepository(backend, CLOCK)),
                actions(new ActionRepository(backend, CLOCK)),
                events(new WebhookEventRepository(backend, CLOCK)),
                sessions(new WhatsAppSessionStore(backend, CLOCK.clock())));
    }

    private static TenantCalls dialogs(DialogContextRepository dialogs) {
        DialogContextsRecord added = dialogs.newRecord().setUserId("new");
        DialogContextsRecord changes = dialogs.newRecord().setState("changed");
        DialogMessage message = DialogMessage.fromUser("hello", DAY);
        return TenantCalls.of(dialogs, ID, added, changes)
                .with("find", () -> dialogs.find(SALON, USER))
                .with("findMessages", () -> dialogs.findMessages(SALON, USER))
                .run("appendMessage", () -> dialogs.appendMessage(SALON, USER, message))
                .with("saveState", () -> dialogs.saveState(SALON, USER, "state", json("{}")))
                .with(
                        "upsert",
                        () -> dialogs.upsert(
                                SALON, dialogs.newRecord().setUserId(USER).setState("x")));
    }

    private static TenantCalls messages(MessageRepository messages) {
        MessagesRecord added = messages.newRecord().setContent("new");
        MessagesRecord changes = messages.newRecord().setContent("changed");
        return TenantCalls.of(messages, ID, added, changes)
                .with(
                        "append",
                        () -> messages.append(SALON, messages.newRecord().setContent("x")))
                .with("append text", () -> messages.append(SALON, USER, MessageDirection.INCOMING, "x"))
                .with("findRecent", () -> messages.findRecent(SALON, USER, DAY, TEN))
                .with("hasRecentActivity", () -> messages.hasRecentActivity(SALON, USER, Duration.ofDays(1)));
    }

    private static TenantCalls actions(ActionRepository actions) {
        return TenantCalls.of(actions, ID, action("new"), action("changed"))
                .with("findPending", () -> actions.findPending(SALON, TEN))
                .with("findByPhone", () -> actions.findByPhone(SALON, PHONE, TEN))
                .with("add", () -> actions.add(SALON, action("added")))
                .with("markExecuted", () -> actions.markExecuted(SALON, ID))
                .with("markFailed", () -> actions.markFailed(SALON, ID));
    }

    private static TenantCalls events(WebhookEventRepository events) {
        WebhookEventsRecord changes = events.newRecord().setEventType("changed");
        WebhookEventsRecord added =
                events.newRecord().setEventId("new").setEventType("record").setPayload(json("{}"));
        return TenantCalls.of(events, ID, added, changes)
                .with("claim", () -> events.claim(SALON, "waiting", "record", null, json("{}")))
                .with("reclaim", () -> events.reclaim(SALON, "waiting", instant("2025-11-01T00:00Z")))
                .with("findByEventId", () -> events.findByEventId(SALON, "waiting"))
                .with("findUnprocessed", () -> events.findUnprocessed(SALON, TEN))
                .with("markProcessed", () -> events.markProcessed(SALON, "waiting"))
                .with("deleteProcessedOlderThan", () -> events.deleteProcessedOlderThan(SALON, DAY));
    }

    private static TenantCalls sessions(WhatsAppSessionStore sessions) {
        List<KeyChange> changes = List.of(
                KeyChange.delete(KeyType.SESSION, "key"), KeyChange.set(KeyType.PRE_KEY, "key", json("\"new\"")));
        return new TenantCalls(sessions)
                .with("loadCredentials", () -> sessions.loadCredentials(SALON))
                .run("saveCredentials", () -> sessions.saveCredentials(SALON, json("{\"new\": true}")))
                .with("removeSession", () -> sessions.removeSession(SALON))
                .with("getKeys", () -> sessions.getKeys(SALON, KeyType.SESSION, List.of("key")))
                .run("setKeys", () -> sessions.setKeys(SALON, changes));
    }
}
