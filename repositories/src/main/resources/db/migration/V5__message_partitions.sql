-- Monthly partitions of messages: made ahead, and taken away after a retention.
--
-- Both functions may run at any time, any number of times and from several sessions: they queue behind one
-- advisory lock for each schema. They work in the schema in which they were installed.
--
-- While one changes partitions, messages cannot be read or written and companies cannot be written (while one
-- drops a partition, not even read) until the caller's transaction ends: call it in a transaction of its own.
-- A lock_timeout set by the caller is kept.

CREATE FUNCTION message_partitions()
    RETURNS TABLE (partition_name text, lower_bound timestamp, upper_bound timestamp)
    LANGUAGE sql
    STABLE
    SET search_path FROM CURRENT
AS
$$
    SELECT partition.relname::text,
           CASE WHEN bounds <> 'DEFAULT'
               THEN coalesce(substring(bounds FROM $re$ FROM \('([^']+)'\)$re$), '-infinity')::timestamp END,
           CASE WHEN bounds <> 'DEFAULT'
               THEN coalesce(substring(bounds FROM $re$ TO \('([^']+)'\)$re$), 'infinity')::timestamp END
    FROM pg_class AS parent
        JOIN pg_inherits ON pg_inherits.inhparent = parent.oid
        JOIN pg_class AS partition
            ON partition.oid = pg_inherits.inhrelid AND partition.relnamespace = parent.relnamespace
        CROSS JOIN pg_get_expr(partition.relpartbound, partition.oid) AS bounds
    WHERE parent.oid = to_regclass(format('%I.messages', current_schema()))
    ORDER BY 2 NULLS LAST
$$;

COMMENT ON FUNCTION message_partitions() IS
    'The partitions of messages with their bounds in UTC, lower inclusive and upper exclusive; the default partition comes last, without bounds.';

CREATE FUNCTION lock_message_partitions(dropping boolean)
    RETURNS void
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
DECLARE
    waited   boolean;
    attempts integer := 0;
BEGIN
    -- Partitions come and go under a lock of the whole table: with less, a writer that has chosen the default
    -- partition already is refused, and a reader misses the rows that move.
    --
    -- The foreign key needs a lock of companies as well. Others take the two in either order, so this waits for
    -- the first only, and lets go of it when the second is not free: it never waits while it holds one.
    LOOP
        BEGIN
            waited := false;
            LOCK TABLE ONLY messages IN ACCESS EXCLUSIVE MODE;
            waited := true;
            IF dropping THEN
                LOCK TABLE companies IN ACCESS EXCLUSIVE MODE NOWAIT;
            ELSE
                LOCK TABLE companies IN SHARE ROW EXCLUSIVE MODE NOWAIT;
            END IF;
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            attempts := attempts + 1;
            IF NOT waited OR attempts >= 200 THEN
                RAISE;
            END IF;
        END;
        PERFORM pg_sleep(0.05 * random());
    END LOOP;
END
$$;

COMMENT ON FUNCTION lock_message_partitions(boolean) IS
    'Locks messages and companies for a change of partitions without risking a deadlock; gives up after 200 attempts, about 5 seconds of waiting for companies.';

CREATE FUNCTION create_message_partitions(months integer)
    RETURNS integer
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
DECLARE
    home    CONSTANT text      := current_schema();
    present CONSTANT timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
    created integer            := 0;
    month   timestamp;
    child   text;
BEGIN
    IF months IS NULL OR months NOT BETWEEN 0 AND 120 THEN
        RAISE invalid_parameter_value USING MESSAGE = 'months must be between 0 and 120';
    END IF;

    PERFORM pg_advisory_xact_lock(hashtextextended('partitions of messages in ' || home, 0));

    FOR i IN 0 .. months LOOP
        month := present + make_interval(months => i);
        CONTINUE WHEN EXISTS (
            SELECT FROM message_partitions() WHERE lower_bound <= month AND upper_bound > month);

        child := 'messages_' || to_char(month, 'YYYY_MM');
        IF created = 0 THEN
            PERFORM lock_message_partitions(false);
        END IF;
        EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.messages INCLUDING DEFAULTS INCLUDING COMMENTS)',
            home, child);
        EXECUTE format('COMMENT ON TABLE %I.%I IS %L',
            home, child, 'Messages of the month ' || to_char(month, 'YYYY-MM') || ' in UTC.');
        -- The month may have rows already, and a partition cannot be attached over them.
        EXECUTE format(
            'WITH moved AS (DELETE FROM %1$I.messages_default WHERE created_at >= $1 AND created_at < $2 RETURNING *)'
            ' INSERT INTO %1$I.%2$I SELECT * FROM moved', home, child)
            USING month, month + interval '1 month';
        EXECUTE format('ALTER TABLE %1$I.messages ATTACH PARTITION %1$I.%2$I FOR VALUES FROM (%3$L) TO (%4$L)',
            home, child, month, month + interval '1 month');
        created := created + 1;
    END LOOP;
    RETURN created;
END
$$;

COMMENT ON FUNCTION create_message_partitions(integer) IS
    'Creates the partitions of messages for the current month and the given number of months after it, moving rows out of the default partition, and returns how many it created.';

CREATE FUNCTION drop_message_partitions(retention_months integer, detach_only boolean DEFAULT false)
    RETURNS integer
    LANGUAGE plpgsql
    SET search_path FROM CURRENT
AS
$$
DECLARE
    home    CONSTANT text := current_schema();
    removed integer       := 0;
    horizon timestamp;
    child   text;
BEGIN
    IF retention_months IS NULL OR retention_months NOT BETWEEN 0 AND 1200 THEN
        RAISE invalid_parameter_value USING MESSAGE = 'retention_months must be between 0 and 1200';
    END IF;
    IF detach_only IS NULL THEN
        RAISE invalid_parameter_value USING MESSAGE = 'detach_only must be true or false';
    END IF;

    PERFORM pg_advisory_xact_lock(hashtextextended('partitions of messages in ' || home, 0));

    horizon := date_trunc('month', now() AT TIME ZONE 'UTC') - make_interval(months => retention_months);
    FOR child IN SELECT partition_name FROM message_partitions() WHERE upper_bound <= horizon LOOP
        IF removed = 0 THEN
            PERFORM lock_message_partitions(NOT detach_only);
        END IF;
        EXECUTE format('ALTER TABLE %1$I.messages DETACH PARTITION %1$I.%2$I', home, child);
        IF NOT detach_only THEN
            EXECUTE format('DROP TABLE %I.%I', home, child);
        END IF;
        removed := removed + 1;
    END LOOP;

    IF NOT detach_only THEN
        DELETE FROM messages_default WHERE created_at < horizon;
    END IF;
    RETURN removed;
END
$$;

COMMENT ON FUNCTION drop_message_partitions(integer, boolean) IS
    'Drops, or only detaches, the partitions of messages that ended at least the given number of full months before the current month, and returns how many; unless it only detaches, it deletes as old rows from the default partition too.';

SELECT create_message_partitions(3);
