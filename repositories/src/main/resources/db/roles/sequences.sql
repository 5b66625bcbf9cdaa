-- Lets a role see and move the sequences behind the tables of the current schema that it may insert into. A switch of backends needs
-- it on the side that writes come to. The role could set a sequence back, so that inserts are refused as duplicates: take UPDATE
-- away once nothing moves any more. Run this as the owner of the tables, after service_role.sql.
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
        EXECUTE format('GRANT %s ON SEQUENCE %s TO %s', 'SELECT, UPDATE', behind, $role$${role}$role$);
    END LOOP;
END $do$;
