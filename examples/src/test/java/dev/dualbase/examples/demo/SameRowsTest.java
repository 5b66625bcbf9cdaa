// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@PostgresTest(migrations = "classpath:db/migration")
class SameRowsTest {

    private final Backend left;
    private final TestDatabase other =
            PostgresServers.shared().createDatabase(SchemaSource.migrations("classpath:db/migration"));
    private final Backend right = JdbcBackend.builder("right")
            .url(other.jdbcUrl())
            .credentials(other.user(), other.password())
            .build();
    private final Expectations expectations = new Expectations();

    SameRowsTest(Backend left) {
        this.left = left;
    }

    @AfterEach
    void close() {
        right.close();
        other.close();
    }

    @Test
    void rows_agree_whatever_their_ids_and_stamps() {
        insert(left, 1, "one");
        insert(left, 2, "two");
        insert(right, 2, "two");
        insert(right, 1, "one");

        SameRows.expect("left and right", left, right, expectations);
        assertThat(expectations.differences()).isEmpty();
        assertThat(expectations.met()).isEqualTo(SalonRepositories.TABLES.size());
    }

    @Test
    void a_value_that_differs_is_told_with_its_column_and_a_row_that_is_missing() {
        insert(left, 1, "one");
        insert(right, 1, "another");
        SameRows.expect("left and right", left, right, expectations);
        assertThat(expectations.differences()).singleElement().asString().contains("companies", "title");

        insert(left, 2, "two");
        SameRows.expect("left and right", left, right, expectations);
        assertThat(expectations.differences()).hasSize(2).last().asString().contains("2 and 1");
    }

    private static void insert(Backend backend, long company, String title) {
        CompaniesRecord row = COMPANIES.newRecord();
        row.setCompanyId(company);
        row.setTitle(title);
        new BaseRepository<>(backend, COMPANIES).insert(row);
    }
}
