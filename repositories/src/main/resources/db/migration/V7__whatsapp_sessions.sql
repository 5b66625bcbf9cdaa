-- Store of the WhatsApp sessions. Its tenant is a text key of its own (a salon's number, or a name such as
-- demo), which need not belong to a salon, so there is no foreign key.

CREATE TABLE whatsapp_auth (
    company_id text  NOT NULL,
    creds      jsonb NOT NULL,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    CONSTRAINT whatsapp_auth_pkey PRIMARY KEY (company_id),
    CONSTRAINT whatsapp_auth_company_id_check CHECK (company_id ~ '^[A-Za-z0-9_-]{1,50}$')
);

CREATE TRIGGER whatsapp_auth_touch
    BEFORE UPDATE ON whatsapp_auth
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

COMMENT ON TABLE whatsapp_auth IS 'Credentials of WhatsApp sessions, one row for a session.';
COMMENT ON COLUMN whatsapp_auth.company_id IS 'Key of the session: 1 to 50 letters, digits, underscores or hyphens.';
COMMENT ON COLUMN whatsapp_auth.creds IS 'Credentials with their binary parts encoded, a JSON object.';
COMMENT ON COLUMN whatsapp_auth.created_at IS 'Instant at which the row was created.';
COMMENT ON COLUMN whatsapp_auth.updated_at IS 'Instant at which the row was last changed; set by the database and later with every change.';

CREATE TABLE whatsapp_keys (
    company_id text  NOT NULL,
    key_type   text  NOT NULL,
    key_id     text  NOT NULL,
    value      jsonb NOT NULL,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    expires_at timestamptz,
    CONSTRAINT whatsapp_keys_pkey PRIMARY KEY (company_id, key_type, key_id),
    CONSTRAINT whatsapp_keys_company_id_check CHECK (company_id ~ '^[A-Za-z0-9_-]{1,50}$')
);

CREATE INDEX whatsapp_keys_expires_at_idx ON whatsapp_keys (expires_at) WHERE expires_at IS NOT NULL;

CREATE TRIGGER whatsapp_keys_touch
    BEFORE UPDATE ON whatsapp_keys
    FOR EACH ROW EXECUTE FUNCTION touch_updated_at();

COMMENT ON TABLE whatsapp_keys IS 'Keys of WhatsApp sessions.';
COMMENT ON COLUMN whatsapp_keys.company_id IS 'Key of the session: 1 to 50 letters, digits, underscores or hyphens.';
COMMENT ON COLUMN whatsapp_keys.key_type IS 'Kind of key, for example pre-key, session or lid-mapping.';
COMMENT ON COLUMN whatsapp_keys.key_id IS 'Identifier of the key among those of its kind.';
COMMENT ON COLUMN whatsapp_keys.value IS 'The key with its binary parts encoded, a JSON object or a single JSON value.';
COMMENT ON COLUMN whatsapp_keys.created_at IS 'Instant at which the row was created.';
COMMENT ON COLUMN whatsapp_keys.updated_at IS 'Instant at which the row was last changed; set by the database and later with every change.';
COMMENT ON COLUMN whatsapp_keys.expires_at IS 'Instant from which the key counts as expired; missing means never.';
