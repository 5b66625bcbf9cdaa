// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ActionsRecord;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** What tests of salons share: who they are, what time it is, and the shortest way to a row. */
final class TestSalon {

    static final CompanyId SALON = CompanyId.of(962_302);
    static final CompanyId OTHER = CompanyId.of(962_303);
    static final UUID ID = new UUID(0, 7);
    static final PhoneNumber PHONE = PhoneNumber.parse("+7 900 000-00-01");

    /** Half past midnight in Moscow, where it is tomorrow already. */
    static final SalonClock CLOCK = SalonClock.of(
            Clock.fixed(Instant.parse("2025-12-01T21:30:00Z"), ZoneOffset.UTC), ZoneId.of("Europe/Moscow"));

    private TestSalon() {}

    static ClientsRecord client(long yclientsId) {
        ClientsRecord row = new ClientsRecord();
        row.setYclientsId(yclientsId);
        row.setPhone(PHONE.stored());
        return row;
    }

    static ClientsRecord client(long yclientsId, String name) {
        ClientsRecord row = client(yclientsId);
        row.setName(name);
        return row;
    }

    static ServicesRecord service(long yclientsId, String title) {
        ServicesRecord row = new ServicesRecord();
        row.setYclientsId(yclientsId);
        row.setTitle(title);
        return row;
    }

    static StaffRecord member(long yclientsId, String name) {
        StaffRecord row = new StaffRecord();
        row.setYclientsId(yclientsId);
        row.setName(name);
        return row;
    }

    static StaffSchedulesRecord day(long staffId, LocalDate date) {
        StaffSchedulesRecord row = new StaffSchedulesRecord();
        row.setYclientsStaffId(staffId);
        row.setDate(date);
        return row;
    }

    static ActionsRecord action(String type) {
        ActionsRecord row = new ActionsRecord();
        row.setActionType(type);
        row.setClientPhone(PHONE.stored());
        return row;
    }
}
