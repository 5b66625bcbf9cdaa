// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.repositories.data.DataError;
import dev.dualbase.repositories.data.DataResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario 23, for answers: an outage is a failure, and no missing row. */
interface DataLayerOutageContract extends DataLayerCase {

    @ParameterizedTest(name = "{0}")
    @MethodSource(DataLayerCalls.NAMES)
    default void scenario23_an_outage_is_a_failure(String call) {
        DataResponse<?> response = DataLayerCalls.all().get(call).apply(deadData());

        assertThat(response.success()).isFalse();
        assertThat(response.operation()).isEqualTo(call.split(" ")[0]);
        assertThat(response.backend()).isEqualTo(dead().id());
        assertThat(response.timestamp()).isEqualTo(CLOCK.clock().instant());
        DataError error = response.error().orElseThrow();
        assertThat(error.exception()).isInstanceOf(ConnectionFailureException.class);
        assertThat(error.type()).isEqualTo("ConnectionFailureException");
        assertThat(error.sqlState()).isEqualTo(error.exception().sqlState());
        assertThat(error.field()).isEmpty();
    }

    @Test
    default void scenario23_a_failure_has_no_data_to_take_for_a_missing_row() {
        DataResponse<?> down = deadData().getCompany(SALON);
        DataResponse<List<String>> list = cast(deadData().getStaff(SALON, true));

        assertThatThrownBy(down::data).isInstanceOf(ConnectionFailureException.class);
        assertThatThrownBy(down::orThrow).isInstanceOf(ConnectionFailureException.class);
        assertThatThrownBy(() -> list.dataOr(List.of())).isInstanceOf(ConnectionFailureException.class);
    }

    @Test
    default void a_limit_of_no_row_asks_nobody() {
        assertThat(deadData().searchClientsByName(SALON, "name", 0).orThrow()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <T> DataResponse<T> cast(DataResponse<?> response) {
        return (DataResponse<T>) response;
    }
}
