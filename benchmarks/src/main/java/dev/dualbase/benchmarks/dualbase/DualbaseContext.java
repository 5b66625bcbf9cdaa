// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.dualbase;

import static dev.dualbase.repositories.schema.Tables.APPOINTMENTS_CACHE;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.ScheduleQuery;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.util.Arrays;

final class DualbaseContext implements ContextReads {

    private static final CompanyId SALON = CompanyId.of(Salons.MAIN);
    private static final ScheduleQuery DAYS = ScheduleQuery.between(MessageContext.FIRST_DAY, MessageContext.LAST_DAY);

    private final SalonRepositories salon;

    DualbaseContext(SalonRepositories salon) {
        this.salon = salon;
    }

    @Override
    public MessageContext load(String phone) {
        ClientsRecord client =
                salon.clients().findByRawPhone(SALON, new PhoneNumber(phone)).orElseThrow();
        return new MessageContext(
                salon.companies().findByCompanyId(SALON).orElseThrow(),
                client,
                salon.dialogContexts().find(SALON, phone).orElseThrow(),
                salon.staff()
                        .namesOf(
                                SALON,
                                Arrays.stream(client.getFavoriteStaffIds())
                                        .map(StaffId::of)
                                        .toList()),
                salon.services()
                        .titlesOf(
                                SALON,
                                Arrays.stream(client.getLastServiceIds())
                                        .map(ServiceId::of)
                                        .toList()),
                salon.services().findAll(SALON, false),
                salon.staff().findAll(SALON, false),
                salon.staffSchedules().find(SALON, DAYS.ofStaff(salon.staff().findActiveIds(SALON))),
                salon.appointmentsCache()
                        .count(SALON, Filters.eq(APPOINTMENTS_CACHE.CLIENT_ID, client.getYclientsId())));
    }
}
