// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.BookingsRecord;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.supabase.SupabaseBackends;
import dev.dualbase.supabase.SupabaseFunctions;
import dev.dualbase.supabase.rest.SupabaseRestBackend;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The Java of the guide's page on Supabase over REST, word for word: a test compares the two. */
final class RestSnippets {

    private RestSnippets() {}

    static void firstCall() {
        try (SupabaseRestBackend backend = SupabaseBackends.restFromEnvironment()) {
            ClientRepository clients = new ClientRepository(backend);
            long regulars = clients.count(CompanyId.parse("962302"), gte(CLIENTS.VISIT_COUNT, 5));
            System.out.println(regulars);
        }
    }

    static BulkResult split(ClientRepository clients, CompanyId company, List<ClientsRecord> fromYclients) {
        return clients.bulkUpsert(company, fromYclients, BulkOptions.splittable());
    }

    static void together(SalonRepositories salon, CompanyId company, BookingsRecord booking, ClientsRecord client) {
        salon.useTransaction(() -> {
            salon.clients().upsert(company, client);
            salon.bookings().upsert(company, booking);
        });
    }

    static boolean asks(SupabaseRestBackend backend) {
        boolean together = backend.capabilities().supports(Capability.ATOMIC_WRITES);
        return together;
    }

    static void install(String jdbcUrl, String user, String password) {
        Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations("classpath:db/migration", SupabaseFunctions.MIGRATIONS)
                .load()
                .migrate();
    }

    static SupabaseRestBackend configured(String url, String key) {
        SupabaseRestBackend backend = SupabaseBackends.restBuilder(url, key)
                .requestTimeout(Duration.ofSeconds(8))
                .maxUrlBytes(7_500)
                .maxBodyBytes(8 << 20)
                .pageSize(1_000)
                .build();
        return backend;
    }
}
