// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.filter.Filters;
import org.junit.jupiter.api.Test;

@SalonTest
class SalonTransactionsTest {

    private static final TransactionOptions OPTIONS =
            TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);

    private final SalonRepositories salon;

    SalonTransactionsTest(Backend backend) {
        this.salon = SalonRepositories.open(backend, CLOCK);
    }

    @Test
    void a_transaction_returns_what_its_body_returns() {
        assertThat(salon.withTransaction(this::store)).isEqualTo(1);
        assertThat(salon.withTransaction(OPTIONS, this::store)).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> salon.useTransaction(this::storeAndFail)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> salon.useTransaction(OPTIONS, this::storeAndFail))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored()).isZero();
    }

    private void storeAndFail() {
        throw new IllegalStateException("after " + store());
    }

    private long store() {
        salon.clients().upsert(SALON, client(1, "name"));
        return stored();
    }

    private long stored() {
        return salon.clients().count(SALON, Filters.everyRow());
    }
}
