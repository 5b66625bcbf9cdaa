// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Options for the server, from the URL or as a property of the driver, beside our own. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DriverSettingsTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static String urlWith(String parameter) {
        String url = DATABASE.database().jdbcUrl();
        return url + (url.contains("?") ? "&" : "?") + parameter;
    }

    private static void assertSession(UnaryOperator<JdbcBackendBuilder> settings, String setting, String value) {
        JdbcBackend backend = DATABASE.open(builder -> settings.apply(builder).statementTimeout(Duration.ofSeconds(7)));
        assertThat(notes(backend)
                        .count(Filters.sql(
                                DSL.condition("current_setting({0}) = {1}", DSL.inline(setting), DSL.inline(value)))))
                .as(setting + " is " + value)
                .isEqualTo(1);
    }

    @Test
    void options_of_the_url_and_of_a_property_stay_beside_the_statement_timeout() {
        DATABASE.execute("insert into note (id, name) values (1, 'a')");
        UnaryOperator<JdbcBackendBuilder> url =
                builder -> builder.url(urlWith("options=-c%20work_mem=5MB%20-c%20statement_timeout=1"));
        assertSession(url, "work_mem", "5MB");
        assertSession(url, "statement_timeout", "7s");
        UnaryOperator<JdbcBackendBuilder> property = builder -> builder.driverProperty("options", "-c work_mem=6MB");
        assertSession(property, "work_mem", "6MB");
        assertSession(property, "statement_timeout", "7s");
    }

    @Test
    void without_options_the_statement_timeout_is_the_only_one() {
        JdbcBackend backend = DATABASE.open();
        notes(backend).insert(note(1, "a"));
        assertSession(builder -> builder, "statement_timeout", "7s");
    }
}
