-- 100,000 rows in each table; those of tenants belong to 50 of the salons.

TRUNCATE companies, whatsapp_auth, whatsapp_keys CASCADE;

INSERT INTO companies (company_id, yclients_id)
SELECT n, n FROM generate_series(1, 100000) n;

INSERT INTO clients (company_id, yclients_id, name, phone, raw_phone, last_visit_date)
SELECT n % 50 + 1, n, 'name ' || n, 79000000000 + n, '+' || 79000000000 + n, date '2025-01-01' + n % 300
FROM generate_series(1, 100000) n;

INSERT INTO services (company_id, yclients_id, title, category_id, weight)
SELECT n % 50 + 1, n, 'title ' || n, n % 9, n % 7 FROM generate_series(1, 100000) n;

INSERT INTO staff (company_id, yclients_id, name)
SELECT n % 50 + 1, n, 'name ' || n FROM generate_series(1, 100000) n;

INSERT INTO staff_schedules (company_id, yclients_staff_id, date)
SELECT n % 50 + 1, n % 1000, date '2025-11-01' + n / 1000 FROM generate_series(1, 100000) n;

-- Two years of visits, one every ten minutes in one of the salons; a client comes five times.
INSERT INTO bookings (company_id, yclients_record_id, client_phone, client_yclients_id, datetime, status)
SELECT n % 50 + 1, n, 79000000000 + n % 20000, n % 20000, timestamp '2025-01-01' + n * interval '10 minutes',
       CASE n % 4 WHEN 0 THEN 'deleted' WHEN 1 THEN 'past' END
FROM generate_series(1, 100000) n;

INSERT INTO appointments_cache (company_id, yclients_record_id, client_id, appointment_datetime, is_cancelled)
SELECT n % 50 + 1, n, n % 20000, timestamptz '2025-01-01 00:00Z' + n * interval '10 minutes', n % 10 = 0
FROM generate_series(1, 100000) n;

INSERT INTO booking_notifications
    (company_id, yclients_record_id, phone, notification_type, notification_date, sent_at, status)
SELECT n % 50 + 1, n, 79000000000 + n % 20000, 'booking_created', date '2025-01-01' + n / 144,
       timestamptz '2025-01-01 00:00Z' + n * interval '10 minutes', 'sent'
FROM generate_series(1, 100000) n;

INSERT INTO reminders (company_id, record_id, appointment_datetime, day_before_sent, hour_before_sent)
SELECT n % 50 + 1, n, timestamp '2025-01-01' + n * interval '10 minutes', n < 48000, n < 48000
FROM generate_series(1, 100000) n;

INSERT INTO dialog_contexts (company_id, user_id)
SELECT n % 50 + 1, 79000000000 + n FROM generate_series(1, 100000) n;

-- As many in each of four partitions and in the default one; twenty from each address.
INSERT INTO messages (company_id, client_phone, direction, created_at)
SELECT n % 50 + 1, 79000000000 + n % 5000, CASE n % 2 WHEN 0 THEN 'incoming' ELSE 'outgoing' END,
       date_trunc('month', now() AT TIME ZONE 'UTC') + (n / 5000 % 5 - 1) * interval '1 month'
           + n % 600 * interval '1 hour'
FROM generate_series(1, 100000) n;

INSERT INTO actions (company_id, client_phone, status)
SELECT n % 50 + 1, 79000000000 + n, CASE n % 9 WHEN 0 THEN 'pending' ELSE 'executed' END
FROM generate_series(1, 100000) n;

INSERT INTO sync_status (company_id, table_name)
SELECT n % 50 + 1, 'table ' || n FROM generate_series(1, 100000) n;

INSERT INTO company_sync_status (company_id, last_sync_success)
SELECT n % 50 + 1, n % 10 > 0 FROM generate_series(1, 100000) n;

INSERT INTO webhook_events (company_id, event_id, event_type, payload, processed_at)
SELECT n % 50 + 1, 'event ' || n, 'record', '{}', CASE WHEN n % 20 > 0 THEN timestamp '2025-12-01' END
FROM generate_series(1, 100000) n;

INSERT INTO whatsapp_auth (company_id, creds)
SELECT 'company_' || n, '{}' FROM generate_series(1, 100000) n;

INSERT INTO whatsapp_keys (company_id, key_type, key_id, value, expires_at)
SELECT 'company_' || n % 50 + 1, CASE n % 3 WHEN 0 THEN 'pre-key' ELSE 'session' END, n, '{}',
       timestamptz '2025-12-01 21:00Z' + n * interval '6 seconds'
FROM generate_series(1, 100000) n;

-- All rows and not a sample, so that each run plans alike.
SET default_statistics_target = 1000;
ANALYZE;
