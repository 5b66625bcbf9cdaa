// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.EmptyResultException;
import dev.dualbase.repositories.data.DataResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method where only another salon has rows for it. */
interface DataLayerAbsentContract extends DataLayerCase {

    @ParameterizedTest(name = "{0}")
    @MethodSource(DataLayerCalls.READS)
    default void what_is_not_there_is_a_success_without_data(String call) throws SQLException {
        new TenantRows(sql()).reset(OTHER, List.of(OTHER));

        DataResponse<?> response = DataLayerCalls.all().get(call).apply(data());

        assertThat(response.success()).isTrue();
        assertThat(response.error()).isEmpty();
        assertThat(response.metadata().rows()).isZero();
        assertThat(response.metadata().more()).isFalse();
        if (response.data().isPresent()) {
            assertThat(response.orThrow()).isEqualTo(List.of());
        } else {
            assertThatThrownBy(response::orThrow).isInstanceOf(EmptyResultException.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(DataLayerCalls.WRITES)
    default void what_is_not_there_is_stored(String call) throws SQLException {
        new TenantRows(sql()).reset(call.equals("upsertCompany") ? OTHER : SALON, List.of(OTHER));
        String theirs = new TenantRows(sql()).of(OTHER);

        DataResponse<?> response = DataLayerCalls.all().get(call).apply(data());

        assertThat(response.error()).isEmpty();
        assertThat(response.metadata().rows()).isPositive();
        if (response.orThrow() instanceof BulkResult done) {
            assertThat(done.updated()).isZero();
        }
        assertThat(new TenantRows(sql()).of(OTHER)).isEqualTo(theirs);
    }
}
