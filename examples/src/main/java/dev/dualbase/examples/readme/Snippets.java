// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.core.filter.Filters.isDistinctFrom;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.core.backend.BadRow;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Cursor;
import dev.dualbase.core.query.CursoredPage;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.AppointmentsCacheRecord;
import dev.dualbase.repositories.schema.BookingsRecord;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.timeweb.TimewebBackends;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The README's Java, word for word: a test compares the two. */
final class Snippets {

    private Snippets() {}

    static void firstCall() {
        try (JdbcBackend backend = TimewebBackends.fromEnvironment()) {
            SalonRepositories salon = SalonRepositories.open(backend, SalonClock.in(ZoneId.of("Europe/Moscow")));
            CompanyId company = CompanyId.parse("company_100500");
            PhoneNumber phone = PhoneNumber.parse("8 (900) 000-00-07");

            Optional<ClientsRecord> client = salon.clients().findByPhone(company, phone);
            client.ifPresent(found -> System.out.println(found.getVisitCount() + " visits"));
        }
    }

    static List<Object> reading(ClientRepository clients, CompanyId company) {
        Filter regulars = gte(CLIENTS.VISIT_COUNT, 5).and(isDistinctFrom(CLIENTS.BLACKLISTED, true));
        Order recentFirst = Order.by(Sort.desc(CLIENTS.LAST_VISIT_DATE));
        List<ClientsRecord> ten = clients.findMany(company, regulars, recentFirst, Limit.of(10));

        CursoredPage<ClientsRecord> first = clients.findPage(company, regulars, recentFirst, 50);
        Optional<String> next = first.next().map(Cursor::encode);
        return List.of(ten, next);
    }

    static void bulk(ClientRepository clients, CompanyId company, List<ClientsRecord> fromYclients) {
        BulkResult result = clients.bulkUpsert(company, fromYclients, BulkOptions.isolateBadRows());
        for (BadRow bad : result.badRows()) {
            report(bad.index(), bad.sqlState().orElse("-"), bad.constraint().orElse("-"));
        }
    }

    static long transaction(SalonRepositories salon, CompanyId company, BookingsRecord booking) {
        TransactionOptions options = TransactionOptions.defaults()
                .withIsolation(Isolation.SERIALIZABLE)
                .withTimeout(Duration.ofSeconds(5))
                .withRetry(RetryPolicy.attempts(3));
        long stored = salon.withTransaction(options, () -> {
            salon.bookings().upsert(company, booking);
            return salon.bookings().count(company, Filters.everyRow());
        });
        return stored;
    }

    static ClientsRecord dataLayer(
            DataLayer data, CompanyId company, ClientId client, PhoneNumber phone, ClientsRecord stranger) {
        DataResponse<List<AppointmentsCacheRecord>> next = data.getUpcomingAppointments(company, client, 3);
        next.error().ifPresent(error -> System.err.println(next.operation() + " failed: " + error.message()));
        if (next.success()) {
            System.out.println(next.metadata().rows() + " appointments, more: "
                    + next.metadata().more());
        }

        DataResponse<ClientsRecord> found = data.getClientByPhone(company, phone);
        ClientsRecord known = found.dataOr(stranger);
        return known;
    }

    private static void report(int index, String sqlState, String constraint) {
        System.out.println(index + " " + sqlState + " " + constraint);
    }
}
