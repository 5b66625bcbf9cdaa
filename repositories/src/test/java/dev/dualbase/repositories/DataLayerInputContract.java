// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.data.DataError;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.time.Clock;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that makes no sense is a failure that names the field. The server is not asked: it would not answer. */
interface DataLayerInputContract extends DataLayerCase {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource(DataLayerRefusals.ALL)
    default void input_is_refused_by_its_field(String method, String field, Function<DataLayer, DataResponse<?>> call) {
        DataResponse<?> response = call.apply(deadData());

        assertThat(response.success()).isFalse();
        assertThat(response.operation()).isEqualTo(method);
        DataError error = response.error().orElseThrow();
        assertThat(error.exception()).isInstanceOf(InvalidValueException.class);
        assertThat(error.field()).contains(field);
        assertThat(error.message()).startsWith(field + " ");
    }

    @Test
    default void a_refusal_repeats_no_value() {
        DataResponse<ClientsRecord> response =
                deadData().upsertClient(SALON, client(1).setPhone("12345"));
        assertThat(response.toString()).contains("client.phone").doesNotContain("12345");
    }

    @Test
    default void a_bug_of_the_program_is_no_answer() {
        DataLayer broken = new DataLayer(dead(), new SalonClock(Clock.systemUTC(), salon -> {
            throw new IllegalStateException("no zones");
        }));
        assertThatThrownBy(() -> broken.getClientAppointments(SALON, ClientId.of(1), AppointmentQuery.all()))
                .isInstanceOf(IllegalStateException.class);
    }
}
