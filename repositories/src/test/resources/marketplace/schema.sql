-- The marketplace schema of November 2025, which the salon schema never became: other names, other meanings and
-- other types for the same things. It is a fixture for comparing and moving schemas and must stay as it is.
--
-- Tables, keys, checks and the meaning of columns are as recorded; lengths, defaults and index names that are not
-- known are a reconstruction in the style of the rest.

CREATE TABLE companies (
    id                       integer NOT NULL,
    name                     varchar(255) NOT NULL,
    yclients_company_id      integer NOT NULL,
    marketplace_app_id       varchar(255),
    marketplace_connected_at timestamptz,
    marketplace_permissions  jsonb,
    settings                 jsonb DEFAULT '{}',
    timezone                 varchar(50) DEFAULT 'Europe/Moscow',
    locale                   varchar(10) DEFAULT 'ru-RU',
    is_active                boolean DEFAULT true,
    subscription_status      varchar(50) DEFAULT 'active',
    created_at               timestamptz DEFAULT now(),
    updated_at               timestamptz DEFAULT now(),
    CONSTRAINT companies_pkey PRIMARY KEY (id),
    CONSTRAINT companies_yclients_company_id_key UNIQUE (yclients_company_id)
);

CREATE TABLE clients (
    id                 serial NOT NULL,
    company_id         integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    yclients_client_id integer,
    phone              varchar(20) NOT NULL,
    name               varchar(255),
    email              varchar(255),
    sex                varchar(10),
    birth_date         date,
    loyalty_card       varchar(50),
    visits_count       integer DEFAULT 0,
    comment            text,
    importance         varchar(50),
    is_deleted         boolean DEFAULT false,
    synced_at          timestamptz,
    created_at         timestamptz DEFAULT now(),
    updated_at         timestamptz DEFAULT now(),
    CONSTRAINT clients_pkey PRIMARY KEY (id),
    CONSTRAINT clients_company_id_phone_key UNIQUE (company_id, phone)
);

CREATE TABLE services (
    id                  serial NOT NULL,
    company_id          integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    yclients_service_id integer NOT NULL,
    title               varchar(255) NOT NULL,
    category_name       varchar(255),
    price_min           numeric(10,2),
    price_max           numeric(10,2),
    duration            integer NOT NULL,
    comment             text,
    is_active           boolean DEFAULT true,
    synced_at           timestamptz,
    created_at          timestamptz DEFAULT now(),
    updated_at          timestamptz DEFAULT now(),
    CONSTRAINT services_pkey PRIMARY KEY (id),
    CONSTRAINT services_company_id_yclients_service_id_key UNIQUE (company_id, yclients_service_id)
);

CREATE TABLE staff (
    id                serial NOT NULL,
    company_id        integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    yclients_staff_id integer NOT NULL,
    name              varchar(255) NOT NULL,
    specialization    varchar(255),
    is_hidden         boolean DEFAULT false,
    weight            integer DEFAULT 0,
    synced_at         timestamptz,
    created_at        timestamptz DEFAULT now(),
    updated_at        timestamptz DEFAULT now(),
    CONSTRAINT staff_pkey PRIMARY KEY (id),
    CONSTRAINT staff_company_id_yclients_staff_id_key UNIQUE (company_id, yclients_staff_id)
);

CREATE TABLE staff_schedules (
    id         serial NOT NULL,
    company_id integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    staff_id   integer NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    date       date NOT NULL,
    start_time time,
    end_time   time,
    is_day_off boolean DEFAULT false,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    CONSTRAINT staff_schedules_pkey PRIMARY KEY (id),
    CONSTRAINT staff_schedules_staff_id_date_key UNIQUE (staff_id, date)
);

CREATE TABLE bookings (
    id                  serial NOT NULL,
    company_id          integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    client_id           integer NOT NULL REFERENCES clients (id) ON DELETE RESTRICT,
    service_id          integer NOT NULL REFERENCES services (id) ON DELETE RESTRICT,
    staff_id            integer NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    yclients_booking_id integer,
    datetime            timestamptz NOT NULL,
    duration            integer NOT NULL,
    status              varchar(50) DEFAULT 'pending',
    source              varchar(50) DEFAULT 'whatsapp',
    comment             text,
    created_at          timestamptz DEFAULT now(),
    updated_at          timestamptz DEFAULT now(),
    CONSTRAINT bookings_pkey PRIMARY KEY (id),
    CONSTRAINT bookings_company_id_yclients_booking_id_key UNIQUE (company_id, yclients_booking_id),
    CONSTRAINT bookings_datetime_check CHECK (datetime > '2020-01-01 00:00:00+00'),
    CONSTRAINT bookings_duration_check CHECK (duration > 0),
    CONSTRAINT bookings_status_check
        CHECK (status IN ('pending', 'confirmed', 'completed', 'cancelled', 'no_show'))
);

-- A document for each day, not a row for each booking.
CREATE TABLE appointments_cache (
    id           serial NOT NULL,
    company_id   integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    cache_key    varchar(255) NOT NULL,
    appointments jsonb NOT NULL,
    expires_at   timestamptz NOT NULL,
    created_at   timestamptz DEFAULT now(),
    CONSTRAINT appointments_cache_pkey PRIMARY KEY (id)
);

CREATE TABLE dialog_contexts (
    id           serial NOT NULL,
    phone        varchar(20) NOT NULL,
    company_id   integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    context      jsonb NOT NULL DEFAULT '{}',
    current_step varchar(100),
    booking_data jsonb,
    expires_at   timestamptz,
    created_at   timestamptz DEFAULT now(),
    updated_at   timestamptz DEFAULT now(),
    CONSTRAINT dialog_contexts_pkey PRIMARY KEY (id),
    CONSTRAINT dialog_contexts_phone_company_id_key UNIQUE (phone, company_id)
);

CREATE TABLE reminders (
    id         serial NOT NULL,
    company_id integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    booking_id integer NOT NULL REFERENCES bookings (id) ON DELETE CASCADE,
    remind_at  timestamptz NOT NULL,
    type       varchar(20) DEFAULT 'whatsapp',
    status     varchar(20) DEFAULT 'pending',
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    CONSTRAINT reminders_pkey PRIMARY KEY (id),
    CONSTRAINT reminders_type_check CHECK (type IN ('sms', 'whatsapp', 'email')),
    CONSTRAINT reminders_status_check CHECK (status IN ('pending', 'sent', 'failed'))
);

CREATE TABLE sync_status (
    id              serial NOT NULL,
    company_id      integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    entity_type     varchar(50) NOT NULL,
    last_sync_at    timestamptz,
    last_success_at timestamptz,
    records_synced  integer DEFAULT 0,
    records_failed  integer DEFAULT 0,
    created_at      timestamptz DEFAULT now(),
    updated_at      timestamptz DEFAULT now(),
    CONSTRAINT sync_status_pkey PRIMARY KEY (id),
    CONSTRAINT sync_status_company_id_entity_type_key UNIQUE (company_id, entity_type)
);

-- The check on status can never fail: with NULL in the list, no value is ever found to be outside it.
CREATE TABLE messages (
    id          bigserial NOT NULL,
    company_id  integer NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
    phone       varchar(20) NOT NULL,
    message     text NOT NULL,
    direction   varchar(10) NOT NULL,
    message_id  varchar(255),
    from_me     boolean DEFAULT false,
    status      varchar(20),
    processed   boolean DEFAULT false,
    ai_response text,
    intent      varchar(100),
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT messages_pkey PRIMARY KEY (id, created_at),
    CONSTRAINT messages_direction_check CHECK (direction IN ('inbound', 'outbound')),
    CONSTRAINT messages_status_check CHECK (status IN ('pending', 'sent', 'delivered', 'read', 'failed', NULL))
) PARTITION BY RANGE (created_at);

CREATE TABLE messages_2025_11 PARTITION OF messages
    FOR VALUES FROM ('2025-11-01 00:00:00+00') TO ('2025-12-01 00:00:00+00');
CREATE TABLE messages_2025_12 PARTITION OF messages
    FOR VALUES FROM ('2025-12-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE messages_2026_01 PARTITION OF messages
    FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE messages_2026_02 PARTITION OF messages
    FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01 00:00:00+00');
CREATE TABLE messages_2026_03 PARTITION OF messages
    FOR VALUES FROM ('2026-03-01 00:00:00+00') TO ('2026-04-01 00:00:00+00');
CREATE TABLE messages_2026_04 PARTITION OF messages
    FOR VALUES FROM ('2026-04-01 00:00:00+00') TO ('2026-05-01 00:00:00+00');

CREATE INDEX idx_messages_company_id ON messages (company_id);
CREATE INDEX idx_messages_phone ON messages (phone);
CREATE INDEX idx_messages_created_at ON messages (created_at DESC);
CREATE INDEX idx_messages_company_phone ON messages (company_id, phone, created_at DESC);
CREATE INDEX idx_messages_direction ON messages (direction);
CREATE INDEX idx_messages_message_id ON messages (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX idx_messages_processed ON messages (processed) WHERE processed = false;
CREATE INDEX idx_messages_intent ON messages (intent) WHERE intent IS NOT NULL;

CREATE FUNCTION update_updated_at_column() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END
$$;

CREATE FUNCTION cleanup_expired_dialog_contexts() RETURNS integer LANGUAGE plpgsql AS
$$
DECLARE
    deleted_count integer;
BEGIN
    DELETE FROM dialog_contexts WHERE expires_at < now();
    GET DIAGNOSTICS deleted_count = ROW_COUNT;
    RETURN deleted_count;
END
$$;

CREATE FUNCTION cleanup_expired_appointments_cache() RETURNS integer LANGUAGE plpgsql AS
$$
DECLARE
    deleted_count integer;
BEGIN
    DELETE FROM appointments_cache WHERE expires_at < now();
    GET DIAGNOSTICS deleted_count = ROW_COUNT;
    RETURN deleted_count;
END
$$;

CREATE FUNCTION get_database_stats()
    RETURNS TABLE (table_name text, row_count bigint, total_size text) LANGUAGE plpgsql AS
$$
BEGIN
    RETURN QUERY
    SELECT tablename::text, n_live_tup, pg_size_pretty(pg_total_relation_size(relid))
    FROM pg_stat_user_tables;
END
$$;

CREATE FUNCTION create_messages_partition(partition_date date) RETURNS void LANGUAGE plpgsql AS
$$
DECLARE
    start_date date := date_trunc('month', partition_date);
BEGIN
    EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF messages FOR VALUES FROM (%L) TO (%L)',
        'messages_' || to_char(start_date, 'YYYY_MM'), start_date, start_date + interval '1 month');
END
$$;

CREATE FUNCTION maintain_messages_partitions() RETURNS void LANGUAGE plpgsql AS
$$
BEGIN
    FOR i IN 0 .. 5 LOOP
        PERFORM create_messages_partition((now() + make_interval(months => i))::date);
    END LOOP;
    EXECUTE format('DROP TABLE IF EXISTS %I', 'messages_' || to_char(now() - interval '6 months', 'YYYY_MM'));
END
$$;

CREATE FUNCTION get_messages_stats()
    RETURNS TABLE (partition_name text, row_count bigint, total_size text) LANGUAGE plpgsql AS
$$
BEGIN
    RETURN QUERY
    SELECT c.relname::text, c.reltuples::bigint, pg_size_pretty(pg_total_relation_size(c.oid))
    FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'messages'::regclass;
END
$$;

CREATE FUNCTION get_recent_messages(p_phone varchar, p_company_id integer, p_limit integer DEFAULT 50)
    RETURNS TABLE (id bigint, message text, direction varchar, created_at timestamptz) LANGUAGE plpgsql AS
$$
BEGIN
    RETURN QUERY
    SELECT m.id, m.message, m.direction, m.created_at
    FROM messages m
    WHERE m.phone = p_phone AND m.company_id = p_company_id
    ORDER BY m.created_at DESC
    LIMIT p_limit;
END
$$;

CREATE TRIGGER trigger_update_companies_updated_at
    BEFORE UPDATE ON companies
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_clients_updated_at
    BEFORE UPDATE ON clients
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_services_updated_at
    BEFORE UPDATE ON services
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_staff_updated_at
    BEFORE UPDATE ON staff
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_staff_schedules_updated_at
    BEFORE UPDATE ON staff_schedules
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_bookings_updated_at
    BEFORE UPDATE ON bookings
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_dialog_contexts_updated_at
    BEFORE UPDATE ON dialog_contexts
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_reminders_updated_at
    BEFORE UPDATE ON reminders
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER trigger_update_sync_status_updated_at
    BEFORE UPDATE ON sync_status
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();
