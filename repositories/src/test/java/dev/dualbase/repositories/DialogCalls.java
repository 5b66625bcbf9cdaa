// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.json;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.ID;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.action;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.CompanyId;
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

    static List<TenantCalls> of(Backend backend, CompanyId salon) {
        return List.of(
                dialogs(new DialogContextRepository(backend, CLOCK), salon),
                messages(new MessageRepository(backend, CLOCK), salon),
                actions(new ActionRepository(backend, CLOCK), salon),
                events(new WebhookEventRepository(backend, CLOCK), salon),
                sessions(new WhatsAppSessionStore(backend, CLOCK.clock()), salon));
    }

    private static TenantCalls dialogs(DialogContextRepository dialogs, CompanyId salon) {
        DialogContextsRecord added = dialogs.newRecord().setUserId("new");
        DialogContextsRecord changes = dialogs.newRecord().setState("changed");
        DialogMessage message = DialogMessage.fromUser("hello", DAY);
        return TenantCalls.of(salon, dialogs, ID, added, changes)
                .with("find", () -> dialogs.find(salon, USER))
                .with("findMessages", () -> dialogs.findMessages(salon, USER))
                .run("appendMessage", () -> dialogs.appendMessage(salon, USER, message))
                .with("saveState", () -> dialogs.saveState(salon, USER, "state", json("{}")))
                .with(
                        "upsert",
                        () -> dialogs.upsert(
                                salon, dialogs.newRecord().setUserId(USER).setState("x")));
    }

    private static TenantCalls messages(MessageRepository messages, CompanyId salon) {
        MessagesRecord added = messages.newRecord().setContent("new");
        MessagesRecord changes = messages.newRecord().setContent("changed");
        return TenantCalls.of(salon, messages, ID, added, changes)
                .with(
                        "append",
                        () -> messages.append(salon, messages.newRecord().setContent("x")))
                .with("append text", () -> messages.append(salon, USER, MessageDirection.INCOMING, "x"))
                .with("findRecent", () -> messages.findRecent(salon, USER, DAY, TEN))
                .with("hasRecentActivity", () -> messages.hasRecentActivity(salon, USER, Duration.ofDays(1)));
    }

    private static TenantCalls actions(ActionRepository actions, CompanyId salon) {
        return TenantCalls.of(salon, actions, ID, action("new"), action("changed"))
                .with("findPending", () -> actions.findPending(salon, TEN))
                .with("findByPhone", () -> actions.findByPhone(salon, PHONE, TEN))
                .with("add", () -> actions.add(salon, action("added")))
                .with("markExecuted", () -> actions.markExecuted(salon, ID))
                .with("markFailed", () -> actions.markFailed(salon, ID));
    }

    private static TenantCalls events(WebhookEventRepository events, CompanyId salon) {
        WebhookEventsRecord changes = events.newRecord().setEventType("changed");
        WebhookEventsRecord added =
                events.newRecord().setEventId("new").setEventType("record").setPayload(json("{}"));
        return TenantCalls.of(salon, events, ID, added, changes)
                .with("claim", () -> events.claim(salon, "waiting", "record", null, json("{}")))
                .with("reclaim", () -> events.reclaim(salon, "waiting", instant("2025-11-01T00:00Z")))
                .with("findByEventId", () -> events.findByEventId(salon, "waiting"))
                .with("findUnprocessed", () -> events.findUnprocessed(salon, TEN))
                .with("markProcessed", () -> events.markProcessed(salon, "waiting"))
                .with("deleteProcessedOlderThan", () -> events.deleteProcessedOlderThan(salon, DAY));
    }

    private static TenantCalls sessions(WhatsAppSessionStore sessions, CompanyId salon) {
        List<KeyChange> changes = List.of(
                KeyChange.delete(KeyType.SESSION, "key"), KeyChange.set(KeyType.PRE_KEY, "key", json("\"new\"")));
        return new TenantCalls(sessions)
                .with("loadCredentials", () -> sessions.loadCredentials(salon))
                .run("saveCredentials", () -> sessions.saveCredentials(salon, json("{\"new\": true}")))
                .with("removeSession", () -> sessions.removeSession(salon))
                .with("getKeys", () -> sessions.getKeys(salon, KeyType.SESSION, List.of("key")))
                .run("setKeys", () -> sessions.setKeys(salon, changes));
    }
}
