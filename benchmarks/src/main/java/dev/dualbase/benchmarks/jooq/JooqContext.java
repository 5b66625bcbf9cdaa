// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import static dev.dualbase.repositories.schema.Tables.APPOINTMENTS_CACHE;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static dev.dualbase.repositories.schema.Tables.DIALOG_CONTEXTS;
import static dev.dualbase.repositories.schema.Tables.SERVICES;
import static dev.dualbase.repositories.schema.Tables.STAFF;
import static dev.dualbase.repositories.schema.Tables.STAFF_SCHEDULES;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import dev.dualbase.repositories.schema.ServicesRecord;
import dev.dualbase.repositories.schema.StaffRecord;
import dev.dualbase.repositories.schema.StaffSchedulesRecord;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;

final class JooqContext implements ContextReads {

    private static final Condition ACTIVE_STAFF =
            STAFF.COMPANY_ID.eq(Salons.MAIN).and(STAFF.IS_ACTIVE.isDistinctFrom(false));

    private final DSLContext sql;

    JooqContext(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public MessageContext load(String phone) {
        ClientsRecord client = client(phone);
        return new MessageContext(
                sql.selectFrom(COMPANIES)
                        .where(COMPANIES.COMPANY_ID.eq(Salons.MAIN))
                        .fetchSingle(),
                client,
                dialog(phone),
                favourites(client),
                lastServices(client),
                offer(),
                staff(),
                schedule(staffNumbers()),
                appointments(client));
    }

    private ClientsRecord client(String phone) {
        return sql.selectFrom(CLIENTS)
                .where(CLIENTS.COMPANY_ID.eq(Salons.MAIN))
                .and(CLIENTS.RAW_PHONE.in("+" + phone, phone))
                .orderBy(CLIENTS.LAST_VISIT_DATE.desc().nullsLast(), CLIENTS.ID)
                .limit(1)
                .fetchSingle();
    }

    private DialogContextsRecord dialog(String phone) {
        return sql.selectFrom(DIALOG_CONTEXTS)
                .where(DIALOG_CONTEXTS.COMPANY_ID.eq(Salons.MAIN))
                .and(DIALOG_CONTEXTS.USER_ID.eq(phone))
                .fetchSingle();
    }

    private Map<Long, String> favourites(ClientsRecord client) {
        return sql.select(STAFF.YCLIENTS_ID, STAFF.NAME)
                .from(STAFF)
                .where(STAFF.COMPANY_ID.eq(Salons.MAIN))
                .and(STAFF.YCLIENTS_ID.in(client.getFavoriteStaffIds()))
                .fetchMap(STAFF.YCLIENTS_ID, STAFF.NAME);
    }

    private Map<Long, String> lastServices(ClientsRecord client) {
        return sql.select(SERVICES.YCLIENTS_ID, SERVICES.TITLE)
                .from(SERVICES)
                .where(SERVICES.COMPANY_ID.eq(Salons.MAIN))
                .and(SERVICES.YCLIENTS_ID.in(client.getLastServiceIds()))
                .fetchMap(SERVICES.YCLIENTS_ID, SERVICES.TITLE);
    }

    private List<ServicesRecord> offer() {
        return sql.selectFrom(SERVICES)
                .where(SERVICES.COMPANY_ID.eq(Salons.MAIN))
                .and(SERVICES.IS_ACTIVE.isDistinctFrom(false))
                .orderBy(SERVICES.WEIGHT.desc().nullsLast(), SERVICES.TITLE)
                .fetch();
    }

    private List<StaffRecord> staff() {
        return sql.selectFrom(STAFF)
                .where(ACTIVE_STAFF)
                .orderBy(STAFF.NAME, STAFF.ID)
                .fetch();
    }

    private List<Long> staffNumbers() {
        return sql.select(STAFF.YCLIENTS_ID)
                .from(STAFF)
                .where(ACTIVE_STAFF)
                .orderBy(STAFF.NAME, STAFF.ID)
                .fetch(STAFF.YCLIENTS_ID);
    }

    private List<StaffSchedulesRecord> schedule(List<Long> staff) {
        return sql.selectFrom(STAFF_SCHEDULES)
                .where(STAFF_SCHEDULES.COMPANY_ID.eq(Salons.MAIN))
                .and(STAFF_SCHEDULES.YCLIENTS_STAFF_ID.in(staff))
                .and(STAFF_SCHEDULES.DATE.between(MessageContext.FIRST_DAY, MessageContext.LAST_DAY))
                .orderBy(STAFF_SCHEDULES.DATE, STAFF_SCHEDULES.ID)
                .fetch();
    }

    private long appointments(ClientsRecord client) {
        return sql.fetchCount(
                APPOINTMENTS_CACHE,
                APPOINTMENTS_CACHE.COMPANY_ID.eq(Salons.MAIN),
                APPOINTMENTS_CACHE.CLIENT_ID.eq(client.getYclientsId()));
    }
}
