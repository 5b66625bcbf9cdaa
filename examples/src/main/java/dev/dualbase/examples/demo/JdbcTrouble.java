// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.PhoneNumber;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.Tables;
import java.time.Duration;
import org.jooq.impl.DSL;

/** Sessions that end, statements that take too long, a server that is away. */
final class JdbcTrouble implements Trouble {

    @Override
    public void make(Salon salon) {
        BaseRepository<ClientsRecord> clients = new BaseRepository<>(salon.backend(), Tables.CLIENTS);
        deadConnection(salon, clients);
        slowStatement(salon, clients);
        deadServer(salon);
    }

    /** The server ends our session: that call fails, the next one has a new connection. */
    private static void deadConnection(Salon salon, BaseRepository<ClientsRecord> clients) {
        salon.expectations()
                .fails(
                        "a session ended by the server",
                        ConnectionFailureException.class,
                        () -> clients.findFirst(
                                Filters.sql(DSL.condition("pg_terminate_backend(pg_backend_pid())")),
                                Order.byPrimaryKey()));
        salon.expect("the call after it", true, clients.exists(Filters.everyRow()));
    }

    private static void slowStatement(Salon salon, BaseRepository<ClientsRecord> clients) {
        TransactionOptions options = TransactionOptions.defaults().withTimeout(Duration.ofMillis(200));
        salon.expectations()
                .fails(
                        "a statement beyond its time",
                        QueryTimeoutException.class,
                        () -> clients.withTransaction(
                                options,
                                () -> clients.findMany(Filters.sql(DSL.condition("pg_sleep(5) is not null")))));
    }

    /** An outage is a failure, and never an empty answer. */
    private static void deadServer(Salon salon) {
        try (JdbcBackend nowhere = JdbcBackend.builder("nowhere")
                .url("jdbc:postgresql://localhost:1/none")
                .connectTimeout(Duration.ofMillis(500))
                .build()) {
            ClientRepository unreachable = new ClientRepository(nowhere);
            salon.expectations()
                    .fails(
                            "a server that is away",
                            ConnectionFailureException.class,
                            () -> unreachable.findByPhone(salon.company(), PhoneNumber.parse(SalonData.phone(7))));
        }
    }
}
