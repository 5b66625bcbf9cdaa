-- Lets each statement see and write the rows of one salon only: the one whose number is in the setting dualbase.company_id, or of
-- all where that is *. Where it is not set there is no row, and none can be written. It holds for everybody, the owner of the
-- tables included, but superusers and roles with BYPASSRLS. Run this as the owner of the tables, again after each migration that
-- adds a table.
--
-- The partitions of messages are reached through their table, whose policy counts; no service may have rights on them.
DO $$
DECLARE
    salon_table text;
BEGIN
    FOREACH salon_table IN ARRAY ARRAY [
        'actions', 'appointments_cache', 'booking_notifications', 'bookings', 'clients', 'companies', 'company_sync_status',
        'dialog_contexts', 'messages', 'reminders', 'services', 'staff', 'staff_schedules', 'sync_status', 'webhook_events'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS dualbase_company ON %I', salon_table);
        EXECUTE format($policy$CREATE POLICY dualbase_company ON %I
            USING ((SELECT current_setting('dualbase.company_id', true)) IN (company_id::text, '*'))$policy$, salon_table);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', salon_table);
    END LOOP;

    -- A session has a key of its own, which is not always a salon's.
    FOREACH salon_table IN ARRAY ARRAY ['whatsapp_auth', 'whatsapp_keys'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS dualbase_company ON %I', salon_table);
        EXECUTE format($policy$CREATE POLICY dualbase_company ON %I
            USING ((SELECT current_setting('dualbase.company_id', true)) = '*'
                OR company_id = 'company_' || (SELECT nullif(current_setting('dualbase.company_id', true), '')))$policy$, salon_table);
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', salon_table);
    END LOOP;
END $$;
