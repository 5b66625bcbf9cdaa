// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.core.schema.SchemaDifference.Kind.DIFFERENT_NULLABILITY;
import static dev.dualbase.core.schema.SchemaDifference.Kind.DIFFERENT_TYPE;
import static dev.dualbase.core.schema.SchemaDifference.Kind.EXTRA_UNIQUE;
import static dev.dualbase.core.schema.SchemaDifference.Kind.MISSING_COLUMN;
import static dev.dualbase.core.schema.SchemaDifference.Kind.MISSING_KEY;
import static dev.dualbase.core.schema.SchemaDifference.Kind.MISSING_TABLE;
import static dev.dualbase.core.schema.SchemaDifference.Kind.UNKNOWN_REQUIRED_COLUMN;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.core.schema.SchemaDifference;
import dev.dualbase.core.schema.SchemaReport;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Scenarios 1 and 2, on the schema that production had on 2025-12-01. */
@PostgresTest(script = "legacy/schema.sql", server = ServerKind.EMBEDDED)
class LegacySchemaTest {

    private final Backend backend;
    private final PlainSql sql;

    LegacySchemaTest(Backend backend, DataSource plain) {
        this.backend = backend;
        this.sql = new PlainSql(plain);
    }

    @Test
    void itHasTheTwentyTablesOfProduction() throws SQLException {
        assertThat(sql.value("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("20");
    }

    @Test
    void scenario1AConflictKeyWithoutAUniqueIndexIsRefusedWithTableAndKey() {
        assertThatThrownBy(() -> SalonRepositories.open(backend, CLOCK))
                .isInstanceOf(SchemaMismatchException.class)
                .hasMessageContaining(
                        "companies: key companies_company_id_key needs a full unique index on (company_id)\n")
                .hasMessageContaining(
                        "dialog_contexts: key dialog_contexts_user_id_key needs a full unique index on (company_id, user_id)\n");
    }

    @Test
    void scenario1APartialUniqueIndexDoesNotStandInForAFullOne() throws SQLException {
        sql.execute("CREATE UNIQUE INDEX ON companies (company_id) WHERE status = 'active'");
        assertThatThrownBy(() -> SalonRepositories.open(backend, CLOCK))
                .hasMessageContaining(
                        "companies: key companies_company_id_key needs a full unique index on (company_id);"
                                + " the one that exists is partial, deferrable or invalid");
    }

    @Test
    void scenario2EveryMissingTableIsListed() {
        assertThat(objects(MISSING_TABLE)).containsExactlyInAnyOrder("reminders.reminders", "sync_status.sync_status");
    }

    @Test
    void scenario2EveryMissingColumnIsListed() {
        assertThat(objects(MISSING_COLUMN)).containsExactly("dialog_contexts.last_command");
        assertThat(objects(UNKNOWN_REQUIRED_COLUMN)).isEmpty();
    }

    @Test
    void scenario2ARenamedColumnIsMissing() throws SQLException {
        sql.execute("ALTER TABLE bookings RENAME client_phone TO phone");
        assertThat(objects(MISSING_COLUMN)).contains("bookings.client_phone");
    }

    @Test
    void everyConflictKeyAndTenantKeyThatItLacksIsListed() {
        assertThat(objects(MISSING_KEY))
                .containsExactlyInAnyOrder(
                        "actions.actions_pkey",
                        "appointments_cache.appointments_cache_pkey",
                        "appointments_cache.appointments_cache_yclients_record_id_key",
                        "booking_notifications.booking_notifications_pkey",
                        "bookings.bookings_pkey",
                        "clients.clients_pkey",
                        "companies.companies_company_id_key",
                        "company_sync_status.company_sync_status_pkey",
                        "dialog_contexts.dialog_contexts_pkey",
                        "dialog_contexts.dialog_contexts_user_id_key",
                        "messages.messages_pkey",
                        "services.services_pkey",
                        "staff.staff_pkey",
                        "staff_schedules.staff_schedules_pkey",
                        "webhook_events.webhook_events_event_id_key",
                        "webhook_events.webhook_events_pkey");
    }

    @Test
    void scenario3TheUniqueIndexesThatRefuseASecondSalonAreFlagged() {
        assertThat(objects(EXTRA_UNIQUE))
                .contains(
                        "appointments_cache.appointments_cache_yclients_record_id_key",
                        "clients.idx_clients_yclients_id",
                        "webhook_events.webhook_events_event_id_key");
    }

    @Test
    void everyColumnOfAnotherTypeIsListed() {
        assertThat(objects(DIFFERENT_TYPE))
                .containsExactlyInAnyOrder(
                        "actions.company_id",
                        "appointments_cache.client_id",
                        "appointments_cache.client_phone",
                        "appointments_cache.company_id",
                        "appointments_cache.id",
                        "appointments_cache.service_id",
                        "appointments_cache.staff_id",
                        "appointments_cache.yclients_record_id",
                        "booking_notifications.company_id",
                        "booking_notifications.id",
                        "booking_notifications.phone",
                        "booking_notifications.yclients_record_id",
                        "bookings.client_yclients_id",
                        "bookings.company_id",
                        "bookings.service_ids",
                        "bookings.staff_id",
                        "bookings.yclients_record_id",
                        "clients.branch_ids",
                        "clients.company_id",
                        "clients.favorite_staff_ids",
                        "clients.id",
                        "clients.last_service_ids",
                        "clients.yclients_id",
                        "companies.company_id",
                        "companies.id",
                        "companies.yclients_id",
                        "company_sync_status.company_id",
                        "company_sync_status.id",
                        "dialog_contexts.client_id",
                        "dialog_contexts.company_id",
                        "messages.company_id",
                        "services.category_id",
                        "services.company_id",
                        "services.id",
                        "services.yclients_id",
                        "staff.company_id",
                        "staff.id",
                        "staff.service_ids",
                        "staff.yclients_id",
                        "staff_schedules.company_id",
                        "staff_schedules.yclients_staff_id",
                        "webhook_events.company_id",
                        "webhook_events.record_id");
    }

    @Test
    void itsNumbersAreIntegersWhereBigintIsExpected() {
        assertThat(report().differences())
                .filteredOn(difference -> difference.kind() == DIFFERENT_TYPE)
                .filteredOn(difference -> !difference.object().endsWith("phone"))
                .allSatisfy(difference -> assertThat(difference.message())
                        .containsPattern("is integer(\\[\\])?, expected bigint(\\[\\])?"));
    }

    @Test
    void everyColumnThatTakesNullWhereTheSalonMustBeKnownIsListed() {
        assertThat(objects(DIFFERENT_NULLABILITY))
                .containsExactlyInAnyOrder(
                        "actions.company_id",
                        "booking_notifications.notification_date",
                        "bookings.company_id",
                        "clients.company_id",
                        "dialog_contexts.company_id",
                        "dialog_contexts.message_count",
                        "dialog_contexts.messages",
                        "messages.company_id",
                        "messages.created_at",
                        "services.company_id",
                        "staff.company_id",
                        "staff_schedules.company_id");
    }

    private SchemaReport report() {
        return SchemaCheck.compare(SalonRepositories.TABLES, backend.describe(SalonRepositories.TABLES));
    }

    private List<String> objects(SchemaDifference.Kind kind) {
        return report().differences().stream()
                .filter(difference -> difference.kind() == kind)
                .map(difference -> difference.table() + "." + difference.object())
                .toList();
    }
}
