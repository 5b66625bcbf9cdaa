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
