-- What is read when a message comes in, for the salon %1$d: 63 services, 12 staff with schedules of 90 days, and for each of
-- the first 16,000 clients a dialog of ten messages and three appointments.
UPDATE companies
SET yclients_id = company_id, address = 'Москва, Тверская, 1', phone = '74950000000', email = 'salon@salon.example',
    working_hours = '10:00-21:00', currency = 'RUB', ai_enabled = true, status = 'active', whatsapp_connected = true,
    raw_data = '{"schedule": "10:00-21:00", "country": "RU"}', whatsapp_config = '{"device": "assistant"}',
    subscription_expires_at = timestamptz '2026-12-31 21:00:00+00', coordinate_lat = 55.7558, coordinate_lon = 37.6173
WHERE company_id = %1$d;

INSERT INTO services (
    yclients_id, company_id, title, category_id, category_title, price_min, price_max, duration, seance_length, description,
    weight, is_active, raw_data, declensions)
SELECT 2000 + i, %1$d, 'Стрижка ' || i, i %% 7, 'Категория ' || i %% 7, 900 + 10 * i, 1900 + 10 * i, 3600, 3600,
       'Описание услуги для клиентов, несколько слов', i %% 10, i %% 21 > 0, '{"api_id": "", "seance": 3600}',
       '{"nominative": "стрижка", "accusative": "стрижку"}'
FROM generate_series(0, 62) AS i;

INSERT INTO staff (
    yclients_id, company_id, name, specialization, position, rating, service_ids, phone, level_name, raw_data, declensions)
SELECT 3000 + i, %1$d, (ARRAY['Анна', 'Борис', 'Вера'])[1 + i %% 3] || ' ' || i, 'Парикмахер', 'мастер', 4.5 + i / 100.0,
       ARRAY[2000 + i, 2001 + i, 2002 + i], '7900' || i, 'старший', '{"fired": 0}', '{"nominative": "мастер"}'
FROM generate_series(0, 11) AS i;

INSERT INTO staff_schedules (
    yclients_staff_id, staff_name, date, is_working, work_start, work_end, working_hours, company_id)
SELECT 3000 + i, 'Мастер ' || i, date '2026-01-01' + day, (day + i) %% 7 < 5, time '10:00', time '21:00', '10:00-21:00', %1$d
FROM generate_series(0, 11) AS i, generate_series(0, 89) AS day;

INSERT INTO dialog_contexts (user_id, state, data, messages, client_id, last_activity, message_count, session_type, company_id)
SELECT (79000000000 + i)::text, 'choosing', '{"service": 2001, "staff": 3001}',
       (SELECT jsonb_agg(jsonb_build_object(
                   'role', CASE WHEN m %% 2 = 0 THEN 'client' ELSE 'assistant' END,
                   'text', 'Можно записаться на завтра? Сообщение ' || m, 'at', '2026-01-14T12:00:00Z'))
        FROM generate_series(1, 10) AS m),
       i, timestamp '2026-01-14 12:00:00', 10, 'whatsapp', %1$d
FROM generate_series(1, 16000) AS i;

INSERT INTO appointments_cache (yclients_record_id, company_id, client_id, client_phone, service_id, staff_id,
    appointment_datetime, cost)
SELECT i * 10 + visit, %1$d, i, (79000000000 + i)::text, 2000 + i %% 63, 3000 + i %% 12,
       timestamptz '2026-01-15 09:00:00+00' + visit * interval '20 days', 1500
FROM generate_series(1, 16000) AS i, generate_series(1, 3) AS visit
