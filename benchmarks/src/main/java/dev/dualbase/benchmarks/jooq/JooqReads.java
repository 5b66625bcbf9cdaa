// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jooq;

import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

final class JooqReads implements ClientReads {

    private final DSLContext sql;

    JooqReads(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public @Nullable ClientsRecord byPhone(String phone) {
        return sql.selectFrom(CLIENTS)
                .where(CLIENTS.COMPANY_ID.eq(Salons.MAIN))
                .and(CLIENTS.PHONE.eq(phone))
                .orderBy(CLIENTS.LAST_VISIT_DATE.desc().nullsLast(), CLIENTS.ID)
                .limit(1)
                .fetchOne();
    }

    @Override
    public List<ClientsRecord> page(LocalDate lastVisit) {
        return sql.selectFrom(CLIENTS)
                .where(CLIENTS.COMPANY_ID.eq(Salons.MAIN))
                .and(CLIENTS.LAST_VISIT_DATE.le(lastVisit))
                .orderBy(CLIENTS.LAST_VISIT_DATE.desc().nullsLast(), CLIENTS.ID)
                .limit(100)
                .fetch();
    }
}
