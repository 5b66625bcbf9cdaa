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

CREATE FUNCTION delete_expired_whatsapp_keys(batch integer DEFAULT 1000)
    RETURNS integer
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
DECLARE
    deleted integer;
BEGIN
    IF batch IS NULL OR batch < 1 THEN
        RAISE invalid_parameter_value USING MESSAGE = 'batch must be at least 1';
    END IF;

    WITH expired AS MATERIALIZED (
        SELECT company_id, key_type, key_id
        FROM whatsapp_keys
        WHERE expires_at <= now()
        ORDER BY expires_at
        LIMIT batch
        FOR UPDATE SKIP LOCKED
    )
    DELETE FROM whatsapp_keys AS k
    USING expired AS e
    WHERE k.company_id = e.company_id AND k.key_type = e.key_type AND k.key_id = e.key_id;

    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN deleted;
END
$$;

COMMENT ON FUNCTION delete_expired_whatsapp_keys(integer) IS
    'Deletes at most one batch of expired keys, the oldest first and none that another session holds, and returns how many; call it until it returns 0.';

CREATE VIEW whatsapp_statistics WITH (security_invoker = true) AS
SELECT (SELECT count(*) FROM whatsapp_auth)                           AS sessions,
       coalesce(sum(kind.keys), 0)::bigint                            AS keys,
       coalesce(sum(kind.expired), 0)::bigint                         AS expired_keys,
       coalesce(jsonb_object_agg(kind.key_type, kind.keys), '{}')     AS keys_by_type
FROM (SELECT key_type,
             count(*)                                    AS keys,
             count(*) FILTER (WHERE expires_at <= now()) AS expired
      FROM whatsapp_keys
      GROUP BY key_type) AS kind;

COMMENT ON VIEW whatsapp_statistics IS 'Size of the WhatsApp session store, one row over all sessions.';
COMMENT ON COLUMN whatsapp_statistics.sessions IS 'Number of sessions with credentials.';
COMMENT ON COLUMN whatsapp_statistics.keys IS 'Number of keys, expired ones included.';
COMMENT ON COLUMN whatsapp_statistics.expired_keys IS 'Number of expired keys that are not yet deleted.';
COMMENT ON COLUMN whatsapp_statistics.keys_by_type IS 'Number of keys of each kind, expired ones included, a JSON object.';
