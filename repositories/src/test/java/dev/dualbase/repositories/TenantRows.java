// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.PHONE;

import dev.dualbase.repositories.id.CompanyId;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Table;

/** Rows of a salon in each table: the same for each salon, internal identifiers included. */
record TenantRows(PlainSql sql) {

    static final List<String> TABLES = SalonRepositories.TABLES.stream()
            .map(Table::getName)
            .filter(name -> !name.equals("companies"))
            .toList();

    /** Leaves nothing but the rows of these salons, and a salon without rows. */
    void reset(CompanyId without, List<CompanyId> filled) throws SQLException {
        String rows = filled.stream().map(TenantRows::rows).collect(Collectors.joining());
        sql.execute(clear(Stream.concat(Stream.of(without), filled.stream()).distinct()) + rows);
    }

    /** Leaves nothing but these salons, without rows. */
    void clear(List<CompanyId> salons) throws SQLException {
        sql.execute(clear(salons.stream()));
    }

    private static String clear(Stream<CompanyId> salons) {
        Stream<String> deletes =
                Stream.concat(TABLES.stream(), Stream.of("companies")).map(table -> "DELETE FROM " + table + ";");
        return Stream.concat(deletes, salons.map(TenantRows::company)).collect(Collectors.joining());
    }

    static String company(CompanyId salon) {
        return "INSERT INTO companies (company_id, title, timezone) VALUES (%1$s, 'salon %1$s', 'Etc/GMT+%2$s');"
                .formatted(salon, salon.value() % 10);
    }

    static String rows(CompanyId salon) {
        return """
            INSERT INTO clients (company_id, id, yclients_id, name, phone, raw_phone)
                VALUES (%1$s, 7, 1, 'name', '%2$s', '%3$s');
            INSERT INTO services (company_id, id, yclients_id, title, category_id) VALUES (%1$s, 7, 1, 'title', 5);
            INSERT INTO staff (company_id, id, yclients_id, name) VALUES (%1$s, 7, 1, 'name');
            INSERT INTO staff_schedules (company_id, id, yclients_staff_id, date) VALUES (%1$s, 7, 1, '2025-12-01');
            INSERT INTO bookings (company_id, id, yclients_record_id, client_phone, client_yclients_id, datetime, status)
                VALUES (%1$s, '%4$s', 1, '%2$s', 1, '2025-12-02 10:00', 'past');
            INSERT INTO appointments_cache (company_id, id, yclients_record_id, client_id, appointment_datetime)
                VALUES (%1$s, 7, 1, 1, '2025-12-02 10:00Z');
            INSERT INTO booking_notifications
                    (company_id, id, yclients_record_id, phone, notification_type, sent_at, notification_date, status)
                VALUES (%1$s, 7, 1, '%2$s', 'booking_created', '2025-12-01 21:00Z', '2025-12-02', 'sent'),
                       (%1$s, 8, 2, '%2$s', 'booking_created', '2025-12-01 21:00Z', '2025-12-02', 'failed');
            INSERT INTO reminders (company_id, id, record_id, appointment_datetime)
                VALUES (%1$s, 7, 1, '2025-12-03 10:00'), (%1$s, 8, 2, '2025-12-02 01:00');
            INSERT INTO dialog_contexts (company_id, id, user_id, message_count, messages)
                VALUES (%1$s, '%4$s', 'user', 1,
                        '[{"role": "user", "content": "to %1$s", "timestamp": "2025-12-01T00:00:00Z"}]');
            INSERT INTO messages (company_id, id, client_phone, direction, created_at)
                VALUES (%1$s, '%4$s', 'user', 'incoming', '2025-12-01 21:00');
            INSERT INTO actions (company_id, id, client_phone, status) VALUES (%1$s, '%4$s', '%2$s', 'pending');
            INSERT INTO sync_status (company_id, id, table_name) VALUES (%1$s, 7, 'clients');
            INSERT INTO company_sync_status (company_id, id, last_sync_success) VALUES (%1$s, 7, true);
            INSERT INTO webhook_events (company_id, id, event_id, event_type, payload, processed_at)
                VALUES (%1$s, '%4$s', 'waiting', 'record', '{}', NULL),
                       (%1$s, gen_random_uuid(), 'done', 'record', '{}', '2025-11-01');
            INSERT INTO whatsapp_auth (company_id, creds) VALUES ('%5$s', '{"of": %1$s}');
            INSERT INTO whatsapp_keys (company_id, key_type, key_id, value) VALUES ('%5$s', 'session', 'key', '%1$s');
            """.formatted(salon, PHONE.stored(), PHONE.raw(), TestSalon.ID, salon.key());
    }

    /** All that a salon has. */
    String of(CompanyId salon) throws SQLException {
        return rowsOf(salon, "to_jsonb(t)");
    }

    /** All that a salon has, without what differs between two runs of the same call. */
    String comparable(CompanyId salon) throws SQLException {
        return rowsOf(salon, "to_jsonb(t) - 'id' - 'created_at' - 'updated_at' - 'last_updated'");
    }

    private String rowsOf(CompanyId salon, String row) throws SQLException {
        return sql.value(Stream.concat(TABLES.stream(), Stream.of("companies"))
                .map(table -> "SELECT '%s' AS name, %s AS row FROM %1$s t WHERE company_id::text IN ('%s', '%s')"
                        .formatted(table, row, salon, salon.key()))
                .collect(Collectors.joining(
                        " UNION ALL ", "SELECT json_agg(x ORDER BY name, row::text)::text FROM (", ") x")));
    }
}
