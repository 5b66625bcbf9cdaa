// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import java.util.Arrays;
import java.util.List;

/**
 * Repositories that are switched together by one flag. Each repository is in one module, so that no table is on two sides.
 */
public enum SalonModule {
    /** What a conversation loads and leaves behind: {@code TIMEWEB_DATA_LOADER}. */
    DATA_LOADER("ActionRepository", "ClientRepository", "DialogContextRepository", "MessageRepository"),
    /** What comes from YClients: {@code TIMEWEB_SYNC}. */
    SYNC(
            "AppointmentsCacheRepository",
            "CompanyRepository",
            "CompanySyncStatusRepository",
            "ServiceRepository",
            "StaffRepository",
            "StaffScheduleRepository",
            "SyncStatusRepository"),
    /** What services do in the background: {@code TIMEWEB_SERVICES}. */
    SERVICES(
            "BookingNotificationRepository",
            "BookingRepository",
            "ReminderRepository",
            "WebhookEventRepository",
            "WhatsAppSessionStore");

    private final List<String> repositories;

    SalonModule(String... repositories) {
        this.repositories = List.of(repositories);
    }

    /** The module of a repository. */
    static SalonModule of(String repository) {
        return Arrays.stream(values())
                .filter(module -> module.repositories.contains(repository))
                .findFirst()
                .orElseThrow();
    }

    /** The flag of this module. */
    public String flag() {
        return "TIMEWEB_" + name();
    }

    /** The simple names of its repositories. */
    public List<String> repositories() {
        return repositories;
    }
}
