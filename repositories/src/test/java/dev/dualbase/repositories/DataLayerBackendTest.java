// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which backend an answer names where the data layer is on one that chooses. */
@SalonTest
class DataLayerBackendTest {

    private final RoutingBackend routing;
    private final DataLayer data;

    DataLayerBackendTest(Backend backend) {
        this.routing = RoutingBackend.builder("salon", RoutingPlan.of(Route.to("timeweb")))
                .backend(new Named("timeweb", backend))
                .backend(BackendOfRun.dead())
                .build();
        this.data = new DataLayer(routing, CLOCK);
    }

    @AfterEach
    void close() {
        routing.close();
    }

    @Test
    void it_is_the_one_that_answered_and_not_the_name_of_the_choice() {
        assertThat(data.getCompany(SALON).backend()).isEqualTo("timeweb");
        assertThat(data.getStaff(SALON, true).backend()).isEqualTo("timeweb");
        assertThat(data.upsertClient(SALON, client(1)).backend()).isEqualTo("timeweb");
        assertThat(data.healthCheck().backend()).isEqualTo("timeweb");
        assertThat(data.getClientById(SALON, null).backend()).isEqualTo("salon");
    }

    @Test
    void scenario23_an_outage_of_the_chosen_one_is_its_failure() {
        routing.apply(RoutingPlan.of(Route.to("dead")));

        DataResponse<?> response = data.getCompany(SALON);

        assertThat(response.success()).isFalse();
        assertThat(response.backend()).isEqualTo("dead");
        assertThat(response.error().orElseThrow().exception()).isInstanceOf(ConnectionFailureException.class);
        assertThat(data.upsertClient(SALON, client(1)).success()).isFalse();
        assertThat(data.healthCheck().success()).isFalse();
    }

    @Test
    void a_fallback_that_answers_is_named() {
        routing.apply(RoutingPlan.of(Route.to("dead").fallingBackTo("timeweb")));

        assertThat(data.getCompany(SALON).orThrow().getTitle()).isEqualTo("ours");
        assertThat(data.getCompany(SALON).backend()).isEqualTo("timeweb");
    }

    private static final class Named extends DelegatingBackend {

        private final String id;

        Named(String id, Backend delegate) {
            super(delegate);
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }
}
