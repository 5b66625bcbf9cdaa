// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The other schema that the salons had for a while: tables of the same names, with other columns. */
@PostgresTest(script = "marketplace/schema.sql", server = ServerKind.EMBEDDED)
class MarketplaceSchemaTest {

    private final Backend backend;
    private final PlainSql sql;

    MarketplaceSchemaTest(Backend backend, DataSource plain) {
        this.backend = backend;
        this.sql = new PlainSql(plain);
    }

    @Test
    void itsTablesAreThere() throws SQLException {
        assertThat(sql.value("""
                SELECT string_agg(relname, ' ' ORDER BY relname) FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                """))
                .isEqualTo("appointments_cache bookings clients companies dialog_contexts messages reminders services"
                        + " staff staff_schedules sync_status");
    }

    @Test
    void scenario2ItsOtherNamesAreAllListedBeforeTheFirstStatement() {
        assertThatThrownBy(() -> SalonRepositories.open(backend, CLOCK))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContainingAll(
                        "actions: the table does not exist",
                        "bookings: column yclients_record_id does not exist",
                        "clients: column yclients_id does not exist",
                        "companies: column company_id does not exist",
                        "dialog_contexts: column user_id does not exist",
                        "messages: column client_phone does not exist",
                        "reminders: column record_id does not exist",
                        "sync_status: column table_name does not exist");
    }

    @Test
    void itsColumnsThatAnInsertWouldHaveToFillAreListed() {
        assertThatThrownBy(() -> SalonRepositories.open(backend, CLOCK))
                .hasMessageContainingAll(
                        "companies: column yclients_company_id is unknown to the code, and an insert must give it a value",
                        "dialog_contexts: column phone is unknown to the code",
                        "messages: column message is unknown to the code");
    }
}
