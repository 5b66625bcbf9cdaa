// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.context.ContextSql;
import dev.dualbase.benchmarks.context.MessageContext;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.fields.ClientFields;
import dev.dualbase.benchmarks.fields.CompanyFields;
import dev.dualbase.benchmarks.fields.DialogFields;
import dev.dualbase.benchmarks.fields.ScheduleDayFields;
import dev.dualbase.benchmarks.fields.ServiceFields;
import dev.dualbase.benchmarks.fields.StaffMemberFields;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Ten queries on one handle. */
final class JdbiContext implements ContextReads {

    private final Jdbi jdbi;

    JdbiContext(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public MessageContext load(String phone) {
        return jdbi.withHandle(handle -> load(handle, phone));
    }

    private static MessageContext load(Handle handle, String phone) {
        ClientFields client = query(handle, ContextSql.CLIENT)
                .bind("raw", "+" + phone)
                .bind("stored", phone)
                .mapTo(ClientFields.class)
                .one();
        return new MessageContext(
                query(handle, ContextSql.SALON).mapTo(CompanyFields.class).one(),
                client,
                query(handle, ContextSql.DIALOG)
                        .bind("user", phone)
                        .mapTo(DialogFields.class)
                        .one(),
                names(handle, ContextSql.STAFF_NAMES, client.favoriteStaffIds),
                names(handle, ContextSql.SERVICE_TITLES, client.lastServiceIds),
                query(handle, ContextSql.OFFER).mapTo(ServiceFields.class).list(),
                query(handle, ContextSql.ACTIVE_STAFF)
                        .mapTo(StaffMemberFields.class)
                        .list(),
                schedule(
                        handle,
                        query(handle, ContextSql.ACTIVE_NUMBERS)
                                .mapTo(Long.class)
                                .list()),
                query(handle, ContextSql.APPOINTMENTS)
                        .bind("client", client.yclientsId)
                        .mapTo(long.class)
                        .one());
    }

    private static Query query(Handle handle, String sql) {
        return handle.createQuery(sql).bind("salon", Salons.MAIN);
    }

    private static Map<Long, String> names(Handle handle, String sql, Long @Nullable [] numbers) {
        return query(handle, sql).bind("numbers", numbers).mapTo(Named.class).stream()
                .collect(Collectors.toMap(Named::yclientsId, Named::name));
    }

    private static List<ScheduleDayFields> schedule(Handle handle, List<Long> staff) {
        return query(handle, ContextSql.SCHEDULE)
                .bindArray("numbers", Long.class, staff)
                .bind("first", MessageContext.FIRST_DAY)
                .bind("last", MessageContext.LAST_DAY)
                .mapTo(ScheduleDayFields.class)
                .list();
    }
}
