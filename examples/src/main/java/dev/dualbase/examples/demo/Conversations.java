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
import java.util.List;

/** Incoming messages: for each about ten reads to know who writes, and one write to remember it. */
final class Conversations {

    static final int MESSAGES = 200;
    private static final int ACTIVE_SERVICES = 56;

    private final Salon salon;
    private final SalonRepositories data;
    private final CompanyId company;

    Conversations(Salon salon) {
        this.salon = salon;
        this.data = salon.repositories();
        this.company = salon.company();
    }

    void run() {
        for (int i = 0; i < MESSAGES; i++) {
            answer(i, i % SalonData.DIALOGS);
        }
        int appended = data.dialogContexts()
                .find(company, SalonData.chat(0))
                .orElseThrow()
                .getMessageCount();
        salon.expect("messages remembered of the first dialog", (MESSAGES - 1) / SalonData.DIALOGS + 1, appended);
    }

    private void answer(int number, int client) {
        readClient(client);
        readStaff();
        readServices();
        DialogMessage heard = DialogMessage.fromUser(
                "Здравствуйте! №" + number, salon.clock().at(company).instant());
        data.dialogContexts().appendMessage(company, SalonData.chat(client), heard);
    }

    private void readClient(int client) {
        PhoneNumber phone = PhoneNumber.parse("+" + SalonData.phone(client));
        ClientsRecord writer = data.clients().findByRawPhone(company, phone).orElseThrow();
        salon.expect("client", SalonData.phone(client), writer.getPhone());
        boolean upcoming =
                !data.bookings().findUpcoming(company, phone, Limit.of(10)).isEmpty();
        salon.expect("upcoming bookings", true, upcoming);
        boolean known =
                data.dialogContexts().find(company, SalonData.chat(client)).isPresent();
        salon.expect("dialog", true, known);
        long appointments = data.appointmentsCache().count(company, Filters.everyRow());
        salon.expect("appointments in the cache", 0L, appointments);
    }

    private void readStaff() {
        List<StaffId> active = data.staff().findActiveIds(company);
        salon.expect(
                "staff", SalonData.STAFF, data.staff().findAll(company, false).size());
        salon.expect(
                "staff names",
                active.size(),
                data.staff().namesOf(company, active).size());
        LocalDate today = salon.clock().at(company).today();
        ScheduleQuery month = ScheduleQuery.between(today, today.plusDays(30)).ofStaff(active);
        salon.expect(
                "schedules",
                SalonData.SCHEDULES,
                data.staffSchedules().find(company, month).size());
    }

    private void readServices() {
        salon.expect("company", true, data.companies().findByCompanyId(company).isPresent());
        salon.expect(
                "active services",
                ACTIVE_SERVICES,
                data.services().findAll(company, false).size());
        List<ServiceId> wanted = List.of(ServiceId.of(2_001), ServiceId.of(2_002));
        salon.expect(
                "service titles", 2, data.services().titlesOf(company, wanted).size());
    }
}
