// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.DialogMessage;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.ScheduleQuery;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Incoming messages: for each about ten reads to know who writes, and one write to remember it. */
final class Conversations {

    static final int MESSAGES = 200;

    private final Salon salon;

    Conversations(Salon salon) {
        this.salon = salon;
    }

    void run() {
        for (int i = 0; i < MESSAGES; i++) {
            answer(i, i % SalonData.DIALOGS);
        }
        int appended = salon.repositories()
                .dialogContexts()
                .find(salon.company(), SalonData.chat(0))
                .orElseThrow()
                .getMessageCount();
        salon.expect("messages remembered of the first dialog", (MESSAGES - 1) / SalonData.DIALOGS + 1, appended);
    }

    private void answer(int number, int client) {
        CompanyId company = salon.company();
        SalonRepositories data = salon.repositories();
        PhoneNumber phone = PhoneNumber.parse("+" + SalonData.phone(client));
        LocalDate today = salon.clock().at(company).today();

        salon.expect("company", true, data.companies().findByCompanyId(company).isPresent());
        ClientsRecord writer = data.clients().findByRawPhone(company, phone).orElseThrow();
        salon.expect("client", SalonData.phone(client), writer.getPhone());
        List<StaffId> active = data.staff().findActiveIds(company);
        salon.expect(
                "staff names",
                active.size(),
                data.staff().namesOf(company, active).size());
        List<ServiceId> wanted = Arrays.asList(ServiceId.of(2_001), ServiceId.of(2_002));
        salon.expect(
                "service titles", 2, data.services().titlesOf(company, wanted).size());
        salon.expect(
                "active services", 56, data.services().findAll(company, false).size());
        salon.expect(
                "active staff",
                SalonData.STAFF,
                data.staff().findAll(company, false).size());
        var schedules = data.staffSchedules()
                .find(company, ScheduleQuery.between(today, today.plusDays(30)).ofStaff(active));
        salon.expect("schedules", SalonData.SCHEDULES, schedules.size());
        salon.expect(
                "upcoming",
                true,
                data.bookings().findUpcoming(company, phone, Limit.of(10)).size() >= 1);
        salon.expect(
                "dialog",
                true,
                data.dialogContexts().find(company, SalonData.chat(client)).isPresent());
        salon.expect("appointments", true, data.appointmentsCache().count(company, Filters.everyRow()) >= 0);

        var heard = new DialogMessage(
                "user", "Здравствуйте! №" + number, salon.clock().at(company).instant());
        data.dialogContexts().appendMessage(company, SalonData.chat(client), heard);
    }
}
