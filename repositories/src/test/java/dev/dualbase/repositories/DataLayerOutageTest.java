// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.repositories.data.DataError;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenario 23, for answers: an outage is a failure, and no missing row. */
@EachBackend
class DataLayerOutageTest {

    private static final Backend DEAD = BackendOfRun.dead();

    private final DataLayer data = new DataLayer(DEAD, CLOCK);

    @AfterAll
    static void close() {
        DEAD.close();
    }

    static Set<String> calls() {
        return DataLayerCalls.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void scenario23_an_outage_is_a_failure(String call) {
        DataResponse<?> response = DataLayerCalls.all().get(call).apply(data);

        assertThat(response.success()).isFalse();
        assertThat(response.operation()).isEqualTo(call.split(" ")[0]);
        assertThat(response.backend()).isEqualTo("dead");
        assertThat(response.timestamp()).isEqualTo(CLOCK.clock().instant());
        DataError error = response.error().orElseThrow();
        assertThat(error.exception()).isInstanceOf(ConnectionFailureException.class);
        assertThat(error.type()).isEqualTo("ConnectionFailureException");
        assertThat(error.sqlState()).isEqualTo(error.exception().sqlState());
        assertThat(error.field()).isEmpty();
    }

    @Test
    void scenario23_a_failure_has_no_data_to_take_for_a_missing_row() {
        DataResponse<?> down = data.getCompany(SALON);
        DataResponse<List<String>> list = cast(data.getStaff(SALON, true));

        assertThatThrownBy(down::data).isInstanceOf(ConnectionFailureException.class);
        assertThatThrownBy(down::orThrow).isInstanceOf(ConnectionFailureException.class);
        assertThatThrownBy(() -> list.dataOr(List.of())).isInstanceOf(ConnectionFailureException.class);
    }

    @Test
    void a_limit_of_no_row_asks_nobody() {
        assertThat(data.searchClientsByName(SALON, "name", 0).orThrow()).isEmpty();
    }

    @Test
    void there_are_21_methods_and_each_is_among_the_calls() {
        assertThat(PublicMethods.of(DataLayer.class)
                        .map(method -> method.getName())
                        .distinct())
                .hasSize(21);
        assertThat(PublicMethods.missing(DataLayer.class, any -> true, calls())).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <T> DataResponse<T> cast(DataResponse<?> response) {
        return (DataResponse<T>) response;
    }
}
