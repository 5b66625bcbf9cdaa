// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.repositories.ServiceRole;
import dev.dualbase.testkit.privacy.MarkedRow;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import java.sql.SQLException;
import java.sql.Statement;

/** The Java of the guide's page on roles and personal data, word for word: a test compares the two. */
final class PrivacySnippets {

    private PrivacySnippets() {}

    interface Service {
        void book(String name);
    }

    interface Inbox {
        String text();
    }

    static void guard(Backend backend, Service service, Inbox inbox) {
        try (PersonalDataGuard guard = PersonalDataGuard.open()) {
            guard.reading("sentry", inbox::text);
            guard.exercise(backend, MarkedRow.of(CLIENTS).with(CLIENTS.COMPANY_ID, 962302L));
            guard.call(() -> service.book(PersonalDataGuard.mark()));
            guard.assertSilent();
        }
    }

    static void role(Statement statement) throws SQLException {
        statement.execute("create role salon_service login");
        statement.execute(ServiceRole.script("salon_service"));
    }
}
