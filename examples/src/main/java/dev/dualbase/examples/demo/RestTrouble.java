// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.PhoneNumber;
import org.jooq.impl.DSL;

/** What REST cannot do is refused, and an outage of PostgREST is a failure. */
final class RestTrouble implements Trouble {

    private final RestServer server;

    RestTrouble(RestServer server) {
        this.server = server;
    }

    @Override
    public void make(Salon salon) {
        ClientRepository clients = salon.repositories().clients();
        salon.expectations()
                .fails(
                        "SQL as a condition",
                        UnsupportedCapabilityException.class,
                        () -> clients.count(salon.company(), Filters.sql(DSL.condition("1 = 1"))));
        salon.expectations()
                .fails(
                        "a read within a transaction",
                        UnsupportedCapabilityException.class,
                        () -> salon.repositories()
                                .withTransaction(() -> clients.count(salon.company(), Filters.everyRow())));
        outage(salon, clients);
    }

    /** An outage is a failure, and never an empty answer; the first call after it succeeds. */
    private void outage(Salon salon, ClientRepository clients) {
        PhoneNumber phone = PhoneNumber.parse(SalonData.phone(7));
        server.stop();
        salon.expectations()
                .fails(
                        "a server that is away",
                        ConnectionFailureException.class,
                        () -> clients.findByPhone(salon.company(), phone));
        server.restart();
        salon.expect(
                "the call after it",
                true,
                clients.findByPhone(salon.company(), phone).isPresent());
    }
}
