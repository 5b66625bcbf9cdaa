// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.appointment;
import static dev.dualbase.repositories.TestBookings.booking;
import static dev.dualbase.repositories.TestBookings.instant;
import static dev.dualbase.repositories.TestBookings.json;
import static dev.dualbase.repositories.TestBookings.reminder;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.action;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.member;
import static dev.dualbase.repositories.TestSalon.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.repositories.id.RecordId;
import dev.dualbase.repositories.whatsapp.KeyChange;
import dev.dualbase.repositories.whatsapp.KeyType;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.Table;
import org.junit.jupiter.api.Test;

@SalonTest
class SalonRepositoriesTest {

    private static final RecordId RECORD = RecordId.of(1);
    private static final String TIME = "2025-12-02T10:00";

    private final Backend backend;
    private final PlainSql sql;

    SalonRepositoriesTest(Backend backend, DataSource plain) {
        this.backend = backend;
        this.sql = new PlainSql(plain);
    }

    @JdbcOnly("drops what REST serves")
    @Test
    void anUnmigratedDatabaseIsRefusedWithEveryTableThatItLacks() throws SQLException {
        sql.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        assertThatThrownBy(this::open)
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContainingAll(SalonRepositories.TABLES.stream()
                        .map(table -> table.getName() + ": the table does not exist")
                        .toArray(String[]::new));
    }

    @Test
    void aMigratedDatabaseOpensWithEveryRepositoryInPlace() throws Exception {
        SalonRepositories salon = open();
        for (Method accessor : PublicMethods.accessors()) {
            assertThat(accessor.invoke(salon)).isInstanceOf(accessor.getReturnType());
        }
        assertThat(PublicMethods.accessors()).hasSize(16);
    }

    @Test
    void theTablesAreTheSeventeenOfTheSchema() {
        assertThat(SalonRepositories.TABLES)
                .hasSize(17)
                .extracting(Table::getName)
                .doesNotHaveDuplicates();
    }

    @JdbcOnly("claims within a transaction")
    @Test
    void whatAllRepositoriesWriteInOneTransactionIsCommittedTogether() throws SQLException {
        SalonRepositories salon = open();
        salon.useTransaction(() -> {
            writeWithEach(salon);
            assertThat(tablesWithNewRows()).isEmpty();
        });
        assertThat(tablesWithNewRows()).containsExactlyElementsOf(allTables());
    }

    @JdbcOnly("claims within a transaction")
    @Test
    void whatAllRepositoriesWriteInOneTransactionIsRolledBackTogether() throws SQLException {
        SalonRepositories salon = open();
        assertThatThrownBy(() -> salon.withTransaction(TransactionOptions.defaults(), () -> {
                    writeWithEach(salon);
                    throw new IllegalStateException("the last step");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the last step");
        assertThat(tablesWithNewRows()).isEmpty();
    }

    private SalonRepositories open() {
        return SalonRepositories.open(backend, CLOCK);
    }

    private static void writeWithEach(SalonRepositories salon) {
        salon.companies().update(OTHER, salon.companies().newRecord().setTitle("new"));
        salon.clients().upsert(SALON, client(1));
        salon.services().upsert(SALON, service(1, "title"));
        salon.staff().replaceAll(SALON, List.of(member(1, "name")));
        salon.staffSchedules().upsert(SALON, day(1, LocalDate.of(2025, 12, 1)));
        salon.bookings().upsert(SALON, booking(RECORD, TIME));
        salon.appointmentsCache().upsert(SALON, appointment(RECORD, TIME + "Z"));
        assertThat(salon.bookingNotifications().claim(SALON, RECORD, NotificationType.BOOKING_CREATED, "7900", ""))
                .isPresent();
        salon.reminders().upsert(SALON, reminder(RECORD, TIME));
        talkWithEach(salon);
    }

    private static void talkWithEach(SalonRepositories salon) {
        salon.dialogContexts().appendMessage(SALON, "7900", DialogMessage.fromUser("hello", instant(TIME + "Z")));
        salon.messages().append(SALON, "7900", MessageDirection.INCOMING, "hello");
        salon.actions().add(SALON, action("call"));
        salon.companySyncStatus().recordSuccess(SALON, new SyncCounts(1, 2, 3, 4));
        salon.syncStatus().recordStart(SALON, "clients");
        assertThat(salon.webhookEvents().claim(SALON, "event", "record", RECORD, json("{}")))
                .isPresent();
        salon.whatsAppSessions().saveCredentials(SALON, json("{}"));
        salon.whatsAppSessions().setKeys(SALON, List.of(KeyChange.set(KeyType.SESSION, "1", json("{}"))));
    }

    private static List<String> allTables() {
        return SalonRepositories.TABLES.stream().map(Table::getName).toList();
    }

    /** Of the two salons that were there before, only what changed counts. */
    private List<String> tablesWithNewRows() throws SQLException {
        List<String> tables = new ArrayList<>();
        for (String table : allTables()) {
            String which = table.equals("companies") ? " WHERE title = 'new'" : "";
            if (!sql.value("SELECT count(*) FROM " + table + which).equals("0")) {
                tables.add(table);
            }
        }
        return tables;
    }
}
