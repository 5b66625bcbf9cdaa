// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.repositories.data.DataLayer;
import org.junit.jupiter.api.Test;

class DataLayerCallsTest {

    @Test
    void there_are_21_methods_and_each_is_among_the_calls() {
        assertThat(PublicMethods.of(DataLayer.class)
                        .map(method -> method.getName())
                        .distinct())
                .hasSize(21);
        assertThat(PublicMethods.missing(
                        DataLayer.class, any -> true, DataLayerCalls.all().keySet()))
                .isEmpty();
    }
}
