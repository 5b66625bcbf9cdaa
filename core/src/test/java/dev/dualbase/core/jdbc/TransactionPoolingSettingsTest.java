// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionPoolingSettingsTest {

    private static final String URL = "jdbc:postgresql://127.0.0.1:1/salon";

    private static JdbcBackendBuilder builder(ServerPooling pooling) {
        return JdbcBackend.builder("pooled").url(URL).pooling(pooling);
    }

    @ParameterizedTest
    @CsvSource({
        "options, -c work_mem=5MB",
        "currentSchema, salon",
        "prepareThreshold, 5",
        "prepareThreshold, -1",
        "preferQueryMode, extendedCacheEverything",
        "preferQueryMode, simple",
        "readOnlyMode, always"
    })
    void a_setting_that_needs_a_session_is_refused_by_name(String property, String value) {
        JdbcBackendBuilder builder = builder(ServerPooling.TRANSACTION).driverProperty(property, value);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("backend pooled: with transaction pooling the driver's " + property + " cannot")
                .hasMessageNotContaining("work_mem");
    }

    @Test
    void the_url_is_looked_at_too_and_all_problems_are_told_at_once() {
        JdbcBackendBuilder builder = builder(ServerPooling.TRANSACTION)
                .url(URL + "?options=-c%20work_mem=5MB&prepareThreshold=3")
                .driverProperty("preferQueryMode", "simple")
                .maxConnections(0);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContainingAll("options", "prepareThreshold", "preferQueryMode", "maxConnections");
    }

    @Test
    void a_property_overrides_the_url() {
        JdbcBackendBuilder builder = builder(ServerPooling.TRANSACTION)
                .url(URL + "?prepareThreshold=3")
                .driverProperty("prepareThreshold", "0");

        try (JdbcBackend backend = builder.build()) {
            assertThat(backend.toString()).contains("pooling=TRANSACTION");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerPooling.class,
            names = {"NONE", "SESSION"})
    void a_session_of_ones_own_allows_all_of_them(ServerPooling pooling) {
        JdbcBackendBuilder builder = builder(pooling)
                .driverProperty("options", "-c work_mem=5MB")
                .driverProperty("currentSchema", "salon")
                .driverProperty("prepareThreshold", "3");

        try (JdbcBackend backend = builder.build()) {
            assertThat(backend.toString()).contains("pooling=" + pooling);
        }
    }
}
