// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.repositories.id.StaffId;
import java.util.List;
import org.junit.jupiter.api.Test;

@SalonTest
class SalonTransactionsTest {

    private static final TransactionOptions OPTIONS =
            TransactionOptions.defaults().withIsolation(Isolation.SERIALIZABLE);

    private final SalonRepositories salon;

    SalonTransactionsTest(Backend backend) {
        this.salon = SalonRepositories.open(backend, CLOCK);
    }

    @JdbcOnly("reads within a transaction")
    @Test
    void a_transaction_returns_what_its_body_returns() {
        assertThat(salon.withTransaction(this::store)).isEqualTo(1);
        assertThat(salon.withTransaction(OPTIONS, this::store)).isEqualTo(1);
        assertThat(stored()).isEqualTo(1);
    }

    @JdbcOnly("reads within a transaction")
    @Test
    void a_transaction_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> salon.useTransaction(this::storeAndFail)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> salon.useTransaction(OPTIONS, this::storeAndFail))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored()).isZero();
    }

    @Test
    void writes_of_several_repositories_take_effect_together() {
        salon.useTransaction(this::storeClientAndStaff);

        assertThat(stored()).isEqualTo(1);
        assertThat(salon.staff().findActiveIds(SALON)).containsExactly(StaffId.of(1));
    }

    @Test
    void writes_of_several_repositories_are_undone_together() {
        assertThatThrownBy(() -> salon.useTransaction(() -> {
                    storeClientAndStaff();
                    throw new IllegalStateException("the last step");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stored()).isZero();
        assertThat(salon.staff().findActiveIds(SALON)).isEmpty();
    }

    private void storeClientAndStaff() {
        salon.clients().upsert(SALON, client(1, "name"));
        salon.staff().replaceAll(SALON, List.of(member(1, "name")));
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
