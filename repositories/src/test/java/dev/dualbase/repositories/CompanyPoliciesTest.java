// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The policies in the catalog, so that a table that a migration adds is not forgotten. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompanyPoliciesTest {

    private static final String WITH_A_COMPANY = """
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'company_id'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND\s""";

    private static TestDatabase database;
    private static PlainSql owner;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared().createDatabase(new TwoSalons());
        LeastPrivilege.perCompany(database);
        owner = new PlainSql(database.dataSource());
    }

    @AfterAll
    static void close() {
        if (database != null) {
            database.close();
        }
    }

    private static List<String> names(String where) throws SQLException {
        return owner.ask(sql -> sql.fetchValues("SELECT c.relname::text " + WITH_A_COMPANY + where)).stream()
                .map(String::valueOf)
                .toList();
    }

    @Test
    void every_table_with_a_company_has_one_policy_for_everybody_and_everything() throws SQLException {
        List<String> tables = names("NOT c.relispartition");

        assertThat(tables)
                .containsExactlyInAnyOrderElementsOf(
                        SalonRepositories.TABLES.stream().map(Table::getName).collect(Collectors.toList()));
        assertThat(
                        names(
                                "c.relrowsecurity AND c.relforcerowsecurity AND (SELECT count(*) = 1 AND bool_and(p.polcmd = '*'"
                                        + " AND p.polroles = '{0}' AND p.polwithcheck IS NULL) FROM pg_policy p WHERE p.polrelid = c.oid)"))
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void nobody_reaches_a_partition_past_its_table() throws SQLException {
        assertThat(names("c.relispartition")).isNotEmpty();
        assertThat(names("c.relispartition AND has_table_privilege('" + LeastPrivilege.ROLE
                        + "', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')"))
                .isEmpty();
    }

    @Test
    void the_script_may_be_run_again() throws SQLException {
        owner.execute(RowLevelSecurity.script());
        every_table_with_a_company_has_one_policy_for_everybody_and_everything();
    }
}
