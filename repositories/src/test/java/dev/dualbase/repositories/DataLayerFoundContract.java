// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.repositories.data.DataResponse;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method where there are rows for it. */
interface DataLayerFoundContract extends DataLayerCase {

    @ParameterizedTest(name = "{0}")
    @MethodSource(DataLayerCalls.NAMES)
    default void a_call_succeeds(String call) throws SQLException {
        new TenantRows(sql()).reset(SALON, List.of(SALON, OTHER));

        DataResponse<?> response = DataLayerCalls.all().get(call).apply(data());

        assertThat(response.error()).isEmpty();
        assertThat(response.success()).isTrue();
        assertThat(response.operation()).isEqualTo(call.split(" ")[0]);
        assertThat(response.backend()).isEqualTo(backend().id());
        assertThat(response.timestamp()).isEqualTo(CLOCK.clock().instant());
        assertThat(response.data()).isPresent();
        if (response.orThrow() instanceof Collection<?> rows) {
            assertThat(rows).hasSize(1);
        }
    }
}
