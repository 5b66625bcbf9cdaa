-- The salon schema as it stood in production on 2025-12-01: 20 tables, with the constraints it lacked and the
-- indexes it had twice. It is a fixture for comparing and moving schemas and must stay as it is, faults included.
--
-- Objects made after that day (the partial unique index on companies, the audit log, the payments) are not here.
-- Where only the name and the fault of a function are known, its body is a reconstruction.

CREATE TABLE actions (
    id           uuid NOT NULL DEFAULT gen_random_uuid(),
    company_id   integer,
    client_phone varchar(50),
    action_type  varchar(100),
    action_data  jsonb,
    status       varchar(50),
    created_at   timestamp DEFAULT CURRENT_TIMESTAMP,
    executed_at  timestamp,
    CONSTRAINT actions_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_actions_client_phone ON actions (client_phone);
CREATE INDEX idx_actions_company_id ON actions (company_id);
CREATE INDEX idx_actions_status ON actions (status);

CREATE TABLE appointments_cache (
    id                   serial NOT NULL,
    yclients_record_id   integer NOT NULL,
    company_id           integer NOT NULL,
    client_id            integer,
    client_phone         varchar(20),
    service_id           integer,
    staff_id             integer,
    appointment_datetime timestamptz,
    cost                 numeric(10,2) DEFAULT 0,
    status               varchar(20) DEFAULT 'confirmed',
    is_cancelled         boolean DEFAULT false,
    deleted              boolean DEFAULT false,
    cancellation_reason  text,
    raw_data             jsonb,
    created_at           timestamptz DEFAULT now(),
    updated_at           timestamptz DEFAULT now(),
    CONSTRAINT appointments_cache_pkey PRIMARY KEY (id),
    CONSTRAINT appointments_cache_yclients_record_id_key UNIQUE (yclients_record_id)
);

CREATE INDEX idx_appointments_cache_company ON appointments_cache (company_id);
CREATE INDEX idx_appointments_cache_datetime ON appointments_cache (appointment_datetime);
CREATE INDEX idx_appointments_cache_record_id ON appointments_cache (yclients_record_id);
CREATE INDEX idx_appointments_cache_status ON appointments_cache (status);

CREATE TABLE booking_notifications (
    id                 serial NOT NULL,
    yclients_record_id integer NOT NULL,
    company_id         integer NOT NULL,
    phone              varchar(20) NOT NULL,
    notification_type  varchar(50) NOT NULL,
    message            text,
    sent_at            timestamptz NOT NULL DEFAULT now(),
    status             varchar(20) DEFAULT 'sent',
    error_message      text,
    created_at         timestamptz DEFAULT now(),
    notification_date  date DEFAULT CURRENT_DATE,
    CONSTRAINT booking_notifications_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_bn_company ON booking_notifications (company_id);
CREATE INDEX idx_bn_duplicate_check ON booking_notifications (yclients_record_id, notification_type, sent_at DESC);
CREATE INDEX idx_bn_phone ON booking_notifications (phone);
CREATE INDEX idx_bn_sent_at ON booking_notifications (sent_at DESC);
CREATE UNIQUE INDEX idx_bn_unique_notification ON booking_notifications (yclients_record_id, notification_type, company_id, notification_date);

CREATE TABLE bookings (
    id                 uuid NOT NULL DEFAULT gen_random_uuid(),
    yclients_record_id integer NOT NULL,
    company_id         integer,
    client_phone       varchar(50),
    client_name        varchar(255),
    client_yclients_id integer,
    staff_id           integer,
    staff_name         varchar(255),
    services           text[],
    service_ids        integer[],
    datetime           timestamp NOT NULL,
    date               date,
    duration           integer,
    cost               numeric(12,2),
    prepaid            numeric(12,2),
    status             varchar(50),
    visit_attendance   integer,
    comment            text,
    online             boolean DEFAULT false,
    record_hash        varchar(255),
    created_at         timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at         timestamp DEFAULT CURRENT_TIMESTAMP,
    synced_at          timestamp,
    created_by_bot     boolean DEFAULT false,
    CONSTRAINT bookings_pkey PRIMARY KEY (id),
    CONSTRAINT bookings_yclients_company_unique UNIQUE (yclients_record_id, company_id)
);

CREATE INDEX idx_bookings_client_phone ON bookings (client_phone);
CREATE INDEX idx_bookings_company_id ON bookings (company_id);
CREATE INDEX idx_bookings_date ON bookings (date);
CREATE INDEX idx_bookings_datetime ON bookings (datetime);
CREATE INDEX idx_bookings_yclients_record_id ON bookings (yclients_record_id);

CREATE TABLE clients (
    id                    serial NOT NULL,
    yclients_id           integer NOT NULL,
    name                  varchar(255),
    phone                 varchar(50) NOT NULL,
    raw_phone             varchar(50),
    email                 varchar(255),
    discount              numeric(5,2),
    company_id            integer,
    branch_ids            integer[],
    tags                  text[],
    status                varchar(50),
    source                varchar(100),
    created_at            timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at            timestamp DEFAULT CURRENT_TIMESTAMP,
    visit_count           integer DEFAULT 0,
    total_spent           numeric(12,2),
    first_visit_date      date,
    last_visit_date       date,
    last_services         text[],
    visit_history         jsonb,
    preferences           jsonb,
    last_sync_at          timestamp,
    loyalty_level         varchar(50),
    client_segment        varchar(50),
    average_bill          numeric(12,2),
    last_service_ids      integer[],
    favorite_staff_ids    integer[],
    preferred_time_slots  varchar(50)[],
    blacklisted           boolean DEFAULT false,
    notes                 text,
    created_by_ai         boolean DEFAULT false,
    last_ai_interaction   timestamp,
    ai_context            jsonb,
    ai_messages_count     integer DEFAULT 0,
    ai_satisfaction_score numeric(3,2),
    services_amount       numeric(12,2),
    goods_amount          numeric(12,2),
    goods_purchases       jsonb,
    goods_count           integer DEFAULT 0,
    CONSTRAINT clients_pkey PRIMARY KEY (id),
    CONSTRAINT clients_yclients_company_unique UNIQUE (yclients_id, company_id)
);

CREATE INDEX idx_clients_company_id ON clients (company_id);
CREATE INDEX idx_clients_last_visit_date ON clients (last_visit_date);
CREATE INDEX idx_clients_phone ON clients (phone);
CREATE UNIQUE INDEX idx_clients_yclients_id ON clients (yclients_id);

CREATE TABLE companies (
    id                       serial NOT NULL,
    company_id               integer NOT NULL,
    yclients_id              integer,
    title                    varchar(255),
    address                  varchar(500),
    phone                    varchar(50),
    email                    varchar(255),
    website                  varchar(255),
    timezone                 varchar(100),
    working_hours            varchar(255),
    coordinate_lat           numeric(10,7),
    coordinate_lon           numeric(10,7),
    currency                 varchar(10),
    ai_enabled               boolean DEFAULT false,
    sync_enabled             boolean DEFAULT true,
    created_at               timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at               timestamp DEFAULT CURRENT_TIMESTAMP,
    last_sync_at             timestamp,
    raw_data                 jsonb,
    whatsapp_enabled         boolean DEFAULT false,
    whatsapp_config          jsonb,
    whatsapp_connected       boolean DEFAULT false,
    whatsapp_phone           varchar(50),
    whatsapp_connected_at    timestamp,
    integration_status       varchar(100),
    connected_at             timestamp,
    marketplace_user_id      varchar(255),
    marketplace_user_name    varchar(255),
    marketplace_user_phone   varchar(50),
    marketplace_user_email   varchar(255),
    whatsapp_session_data    jsonb,
    api_key                  varchar(255),
    webhook_secret           varchar(255),
    last_payment_date        timestamp,
    subscription_expires_at  timestamptz,
    whatsapp_channel_enabled boolean DEFAULT true,
    sms_channel_enabled      boolean DEFAULT false,
    sms_short_names          text[],
    disconnected_at          timestamptz,
    status                   varchar(50),
    telegram_enabled         boolean DEFAULT false,
    telegram_premium_until   timestamp,
    CONSTRAINT companies_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_companies_company_id ON companies (company_id);
CREATE INDEX idx_companies_status ON companies (status);
CREATE INDEX idx_companies_subscription_expires ON companies (subscription_expires_at);
CREATE INDEX idx_companies_yclients_id ON companies (yclients_id);

CREATE TABLE company_sync_status (
    id                serial NOT NULL,
    company_id        integer NOT NULL,
    last_sync_at      timestamp,
    last_sync_success boolean,
    last_sync_error   text,
    clients_synced    integer DEFAULT 0,
    services_synced   integer DEFAULT 0,
    staff_synced      integer DEFAULT 0,
    bookings_synced   integer DEFAULT 0,
    created_at        timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at        timestamp DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT company_sync_status_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_company_sync_status_company_id ON company_sync_status (company_id);

CREATE TABLE demo_chat_events (
    id                 bigserial NOT NULL,
    session_id         uuid NOT NULL,
    event_type         varchar(50) NOT NULL,
    message            text,
    response           text,
    user_ip            varchar(45),
    processing_time_ms integer,
    ai_provider        varchar(50),
    error_type         varchar(100),
    error_message      text,
    event_data         jsonb,
    created_at         timestamptz DEFAULT now(),
    CONSTRAINT demo_chat_events_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_demo_chat_events_ai_provider ON demo_chat_events (ai_provider);
CREATE INDEX idx_demo_chat_events_created_at ON demo_chat_events (created_at DESC);
CREATE INDEX idx_demo_chat_events_event_type ON demo_chat_events (event_type);
CREATE INDEX idx_demo_chat_events_session_created ON demo_chat_events (session_id, created_at DESC);
CREATE INDEX idx_demo_chat_events_session_id ON demo_chat_events (session_id);
CREATE INDEX idx_demo_chat_events_user_ip ON demo_chat_events (user_ip);

CREATE TABLE dialog_contexts (
    id               uuid NOT NULL DEFAULT gen_random_uuid(),
    user_id          varchar(255) NOT NULL,
    state            varchar(100),
    data             jsonb,
    messages         jsonb,
    created_at       timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at       timestamp DEFAULT CURRENT_TIMESTAMP,
    client_id        integer,
    last_activity    timestamp,
    message_count    integer DEFAULT 0,
    last_booking_id  uuid,
    session_type     varchar(50),
    context_metadata jsonb,
    company_id       integer,
    CONSTRAINT dialog_contexts_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_dialog_contexts_company_id ON dialog_contexts (company_id);
CREATE INDEX idx_dialog_contexts_last_activity ON dialog_contexts (last_activity);
CREATE INDEX idx_dialog_contexts_user_id ON dialog_contexts (user_id);

CREATE TABLE marketplace_events (
    id         bigserial NOT NULL,
    company_id bigint,
    salon_id   integer NOT NULL,
    event_type varchar(50) NOT NULL,
    event_data jsonb,
    created_at timestamptz DEFAULT now(),
    CONSTRAINT marketplace_events_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_marketplace_events_company_id ON marketplace_events (company_id);
CREATE INDEX idx_marketplace_events_salon_id ON marketplace_events (salon_id);
CREATE INDEX idx_marketplace_events_type ON marketplace_events (event_type);

CREATE TABLE messages (
    id           uuid NOT NULL DEFAULT gen_random_uuid(),
    company_id   integer,
    client_phone varchar(50),
    direction    varchar(20),
    content      text,
    message_type varchar(50),
    status       varchar(50),
    created_at   timestamp DEFAULT CURRENT_TIMESTAMP,
    metadata     jsonb,
    platform     varchar(20) DEFAULT 'whatsapp',
    CONSTRAINT messages_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_messages_client_phone ON messages (client_phone);
CREATE INDEX idx_messages_company_id ON messages (company_id);
CREATE INDEX idx_messages_created_at ON messages (created_at);
CREATE INDEX idx_messages_platform ON messages (platform);

CREATE TABLE services (
    id             serial NOT NULL,
    yclients_id    integer NOT NULL,
    company_id     integer,
    title          varchar(500) NOT NULL,
    category_id    integer,
    category_title varchar(255),
    price_min      numeric(12,2),
    price_max      numeric(12,2),
    discount       numeric(5,2),
    duration       integer,
    seance_length  integer,
    is_active      boolean DEFAULT true,
    is_bookable    boolean DEFAULT true,
    description    text,
    weight         integer DEFAULT 0,
    created_at     timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at     timestamp DEFAULT CURRENT_TIMESTAMP,
    last_sync_at   timestamp,
    raw_data       jsonb,
    image_url      varchar(500),
    declensions    jsonb,
    CONSTRAINT services_pkey PRIMARY KEY (id),
    CONSTRAINT services_yclients_company_unique UNIQUE (yclients_id, company_id)
);

CREATE INDEX idx_services_company_id ON services (company_id);
CREATE INDEX idx_services_is_active ON services (is_active);
CREATE INDEX idx_services_yclients_id ON services (yclients_id);

CREATE TABLE staff (
    id               serial NOT NULL,
    yclients_id      integer NOT NULL,
    company_id       integer,
    name             varchar(255) NOT NULL,
    specialization   varchar(255),
    position         varchar(100),
    is_active        boolean DEFAULT true,
    is_bookable      boolean DEFAULT true,
    rating           numeric(3,2),
    votes_count      integer DEFAULT 0,
    comments_count   integer DEFAULT 0,
    avatar_url       text,
    information      text,
    service_ids      integer[],
    email            varchar(255),
    phone            varchar(50),
    telegram         varchar(100),
    experience_years integer,
    level_name       varchar(100),
    created_at       timestamp DEFAULT CURRENT_TIMESTAMP,
    updated_at       timestamp DEFAULT CURRENT_TIMESTAMP,
    last_sync_at     timestamp,
    raw_data         jsonb,
    declensions      jsonb,
    CONSTRAINT staff_pkey PRIMARY KEY (id),
    CONSTRAINT staff_yclients_company_unique UNIQUE (yclients_id, company_id)
);

CREATE INDEX idx_staff_company_id ON staff (company_id);
CREATE INDEX idx_staff_is_active ON staff (is_active);
CREATE INDEX idx_staff_yclients_id ON staff (yclients_id);

CREATE TABLE staff_schedules (
    id                bigserial NOT NULL,
    yclients_staff_id integer NOT NULL,
    staff_name        varchar(255),
    date              date NOT NULL,
    is_working        boolean DEFAULT true,
    work_start        time,
    work_end          time,
    working_hours     varchar(50),
    last_updated      timestamp DEFAULT CURRENT_TIMESTAMP,
    has_booking_slots boolean DEFAULT true,
    company_id        integer,
    CONSTRAINT staff_schedules_pkey PRIMARY KEY (id),
    CONSTRAINT staff_schedules_unique_key UNIQUE (yclients_staff_id, date, company_id)
);

CREATE INDEX idx_staff_schedules_date ON staff_schedules (date);
CREATE INDEX idx_staff_schedules_staff_date ON staff_schedules (yclients_staff_id, date);
CREATE INDEX idx_staff_schedules_staff_id ON staff_schedules (yclients_staff_id);

CREATE TABLE telegram_business_connections (
    id                     serial NOT NULL,
    company_id             integer NOT NULL,
    business_connection_id varchar(255) NOT NULL,
    telegram_user_id       bigint NOT NULL,
    telegram_username      varchar(255),
    telegram_first_name    varchar(255),
    can_reply              boolean DEFAULT false,
    is_active              boolean DEFAULT true,
    connected_at           timestamp DEFAULT now(),
    disconnected_at        timestamp,
    created_at             timestamp DEFAULT now(),
    updated_at             timestamp DEFAULT now(),
    CONSTRAINT telegram_business_connections_pkey PRIMARY KEY (id),
    CONSTRAINT telegram_business_connections_business_connection_id_key UNIQUE (business_connection_id)
);

CREATE INDEX idx_telegram_active ON telegram_business_connections (is_active) WHERE (is_active = true);
CREATE INDEX idx_telegram_business_connection ON telegram_business_connections (business_connection_id);
CREATE INDEX idx_telegram_company_active ON telegram_business_connections (company_id, is_active) WHERE (is_active = true);
CREATE INDEX idx_telegram_company_id ON telegram_business_connections (company_id);
CREATE INDEX idx_telegram_user_id ON telegram_business_connections (telegram_user_id);

CREATE TABLE telegram_linking_codes (
    id                  serial NOT NULL,
    code                varchar(20) NOT NULL,
    company_id          integer NOT NULL,
    status              varchar(20) DEFAULT 'pending',
    expires_at          timestamptz NOT NULL,
    used_at             timestamptz,
    used_by_telegram_id bigint,
    used_by_username    varchar(255),
    created_by          varchar(255) DEFAULT 'system',
    created_at          timestamptz DEFAULT now(),
    CONSTRAINT telegram_linking_codes_pkey PRIMARY KEY (id),
    CONSTRAINT telegram_linking_codes_code_key UNIQUE (code)
);

CREATE INDEX idx_linking_codes_code ON telegram_linking_codes (code);
CREATE INDEX idx_linking_codes_company ON telegram_linking_codes (company_id);
CREATE INDEX idx_linking_codes_company_pending ON telegram_linking_codes (company_id) WHERE ((status)::text = 'pending'::text);

CREATE TABLE telegram_user_company_links (
    id                serial NOT NULL,
    telegram_user_id  bigint NOT NULL,
    telegram_username varchar(255),
    company_id        integer NOT NULL,
    linked_at         timestamptz DEFAULT now(),
    linked_via_code   varchar(20),
    is_active         boolean DEFAULT true,
    created_at        timestamptz DEFAULT now(),
    updated_at        timestamptz DEFAULT now(),
    CONSTRAINT telegram_user_company_links_pkey PRIMARY KEY (id),
    CONSTRAINT telegram_user_company_links_telegram_user_id_key UNIQUE (telegram_user_id)
);

CREATE INDEX idx_user_links_active ON telegram_user_company_links (is_active) WHERE (is_active = true);
CREATE INDEX idx_user_links_company ON telegram_user_company_links (company_id);
CREATE UNIQUE INDEX idx_user_links_telegram_id ON telegram_user_company_links (telegram_user_id);

CREATE TABLE webhook_events (
    id           uuid NOT NULL DEFAULT gen_random_uuid(),
    event_id     varchar(255) NOT NULL,
    event_type   varchar(50) NOT NULL,
    company_id   integer NOT NULL,
    record_id    integer,
    payload      jsonb NOT NULL,
    processed_at timestamp,
    created_at   timestamp DEFAULT now(),
    CONSTRAINT webhook_events_pkey PRIMARY KEY (id),
    CONSTRAINT webhook_events_event_id_key UNIQUE (event_id)
);

CREATE INDEX idx_webhook_events_company_id ON webhook_events (company_id);
CREATE INDEX idx_webhook_events_created_at ON webhook_events (created_at);
CREATE INDEX idx_webhook_events_event_id ON webhook_events (event_id);

CREATE TABLE whatsapp_auth (
    company_id text NOT NULL,
    creds      jsonb NOT NULL,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    CONSTRAINT whatsapp_auth_pkey PRIMARY KEY (company_id)
);

CREATE INDEX idx_whatsapp_auth_company ON whatsapp_auth (company_id);

CREATE TABLE whatsapp_keys (
    company_id text NOT NULL,
    key_type   text NOT NULL,
    key_id     text NOT NULL,
    value      jsonb NOT NULL,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    expires_at timestamptz,
    CONSTRAINT whatsapp_keys_pkey PRIMARY KEY (company_id, key_type, key_id)
);

CREATE INDEX idx_whatsapp_keys_company ON whatsapp_keys (company_id);
CREATE INDEX idx_whatsapp_keys_expires ON whatsapp_keys (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX idx_whatsapp_keys_expires_cleanup ON whatsapp_keys (expires_at) WHERE (expires_at IS NOT NULL);
CREATE INDEX idx_whatsapp_keys_type ON whatsapp_keys (key_type);
CREATE INDEX idx_whatsapp_keys_type_company ON whatsapp_keys (key_type, company_id);

-- Foreign keys: the only four, all to the internal id.

ALTER TABLE marketplace_events ADD CONSTRAINT marketplace_events_company_id_fkey
    FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE;
ALTER TABLE telegram_business_connections ADD CONSTRAINT telegram_business_connections_company_id_fkey
    FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE;
ALTER TABLE telegram_linking_codes ADD CONSTRAINT telegram_linking_codes_company_id_fkey
    FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE;
ALTER TABLE telegram_user_company_links ADD CONSTRAINT telegram_user_company_links_company_id_fkey
    FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE CASCADE;

-- The WhatsApp session store: the only two triggers, two functions in use, and row security without effect for
-- the owner. Its policies named roles of another vendor and are left out.

CREATE FUNCTION update_whatsapp_auth_updated_at() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END
$$;

CREATE FUNCTION update_whatsapp_keys_updated_at() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END
$$;

CREATE TRIGGER trigger_whatsapp_auth_updated_at
    BEFORE UPDATE ON whatsapp_auth
    FOR EACH ROW EXECUTE FUNCTION update_whatsapp_auth_updated_at();

CREATE TRIGGER trigger_whatsapp_keys_updated_at
    BEFORE UPDATE ON whatsapp_keys
    FOR EACH ROW EXECUTE FUNCTION update_whatsapp_keys_updated_at();

CREATE FUNCTION cleanup_expired_whatsapp_keys() RETURNS integer LANGUAGE plpgsql AS
$$
DECLARE
    deleted_count integer;
BEGIN
    DELETE FROM whatsapp_keys WHERE expires_at IS NOT NULL AND expires_at < now();
    GET DIAGNOSTICS deleted_count = ROW_COUNT;
    RETURN deleted_count;
END
$$;

CREATE FUNCTION get_whatsapp_auth_stats()
    RETURNS TABLE (total_companies bigint, total_keys bigint, expired_keys bigint) LANGUAGE plpgsql AS
$$
BEGIN
    RETURN QUERY
    SELECT (SELECT count(*) FROM whatsapp_auth),
           (SELECT count(*) FROM whatsapp_keys),
           (SELECT count(*) FROM whatsapp_keys k WHERE k.expires_at < now());
END
$$;

ALTER TABLE whatsapp_auth ENABLE ROW LEVEL SECURITY;
ALTER TABLE whatsapp_keys ENABLE ROW LEVEL SECURITY;

-- Left behind by the marketplace schema when its tables were dropped. No trigger uses the first; most of the
-- others fail when called, because what they name no longer exists or never did.

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
