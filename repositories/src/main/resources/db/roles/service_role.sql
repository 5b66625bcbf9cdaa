-- Grants a role what the repositories need and no more: the rows of the salon's tables in the current schema, and of the notes of
-- a dual write where their table is there. No table can be created, changed, emptied at once or dropped, and no other schema seen.
-- The role exists already; where the schema is not public, it also needs USAGE on it. Run this as the owner of the tables, again after each migration that adds a table.
DO $$
BEGIN
    IF to_regclass('dualbase_divergence') IS NOT NULL THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON dualbase_divergence TO ${role};
    END IF;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON
    actions,
    appointments_cache,
    booking_notifications,
    bookings,
    clients,
    company_sync_status,
    dialog_contexts,
    messages,
    reminders,
    services,
    staff,
    staff_schedules,
    sync_status,
    webhook_events,
    whatsapp_auth,
    whatsapp_keys
    TO ${role};
GRANT SELECT, INSERT, UPDATE ON companies TO ${role};
GRANT SELECT ON whatsapp_statistics TO ${role};

-- Where the sequences behind these tables are may be seen, so that a start can tell whether one is behind; moved they may not be.
DO $do$
DECLARE
    behind regclass;
BEGIN
    FOR behind IN
        SELECT s.oid
          FROM pg_catalog.pg_class s
          JOIN pg_catalog.pg_depend d
            ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = s.oid AND d.deptype IN ('a', 'i')
          JOIN pg_catalog.pg_class t ON d.refclassid = 'pg_catalog.pg_class'::regclass AND t.oid = d.refobjid
         WHERE s.relkind = 'S'
           AND t.relnamespace = current_schema()::regnamespace
           AND has_table_privilege($role$${role}$role$::regrole, t.oid, 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON SEQUENCE %s TO %s', 'SELECT', behind, $role$${role}$role$);
    END LOOP;
END $do$;
