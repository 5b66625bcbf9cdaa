// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/**
 * The SQL of {@link Conflicts}. A sequence tells the trigger which kind of meeting is on, and its round: sequences are read
 * outside of any snapshot. In a round the other session holds the lock of the round; a transaction shows that it is there,
 * the other session changes the row that both want, and gives the lock back.
 *
 * <p>For a serialization failure the transaction waits for the lock first, and then finds the row changed. For a deadlock it
 * changes the row first, waits until the other session waits for that, and only then asks for the lock: so the server finds the
 * deadlock in its wait, and not in that of the other session. The lock with number 0 lets in one transaction at a time.
 */
final class ConflictScript {
    static final int SERIALIZATION = 1;
    static final int DEADLOCK = 2;

    private static final String INSTALL = """
            create table if not exists dualbase_conflict (met int not null);
            insert into dualbase_conflict select 0 where not exists (select from dualbase_conflict);
            create sequence if not exists dualbase_conflict_round minvalue 0 start 0;
            create or replace function dualbase_conflict() returns trigger language plpgsql
            security definer set deadlock_timeout = '20ms' set statement_timeout = 0 as $$
            declare
                announced bigint := (select last_value from dualbase_conflict_round);
            begin
                if announced % 10 = 0 or exists (select from pg_locks where pid = pg_backend_pid() and classid = 7411002) then
                    return null;
                end if;
                perform pg_advisory_xact_lock(7411001, 0);
                announced := (select last_value from dualbase_conflict_round);
                if announced % 10 = 2 then
                    update dualbase_conflict set met = met + 1;
                end if;
                perform pg_advisory_xact_lock_shared(7411002, (announced / 10)::int);
                while announced % 10 = 2 and not exists (
                        select from pg_locks held join pg_locks waiting using (pid)
                        where held.classid = 7411001 and held.objid = announced / 10 and held.granted and not waiting.granted)
                loop
                    perform pg_sleep(0.005);
                end loop;
                perform pg_advisory_xact_lock_shared(7411001, (announced / 10)::int);
                if announced % 10 = 1 then
                    update dualbase_conflict set met = met + 1;
                end if;
                return null;
            end $$;
            """;

    private ConflictScript() {}

    static String install(String table) {
        return INSTALL + "create trigger dualbase_conflict before insert or update or delete on " + table
                + " for each statement execute function dualbase_conflict()";
    }

    static String remove(String table) {
        return "drop trigger dualbase_conflict on " + table;
    }

    /** The round that was announced last. */
    static String lastRound() {
        return "select last_value / 10 from dualbase_conflict_round";
    }

    /** Begins a round: from now on transactions take part in it. */
    static String announce(int kind, long round) {
        return "select pg_advisory_lock(7411001, " + round + "); select setval('dualbase_conflict_round', "
                + (round * 10 + kind) + ")";
    }

    /** Nothing is announced any more. */
    static String calm(long round) {
        return "select setval('dualbase_conflict_round', " + round * 10 + ")";
    }

    /** A row if a transaction is there. */
    static String present(long round) {
        return "select 1 from pg_locks where classid = 7411002 and objid = " + round + " and granted";
    }

    /** Changes the row that both want, and lets the transaction find out. */
    static String disturb(long round) {
        return "update dualbase_conflict set met = met + 1; select pg_advisory_unlock(7411001, " + round + ")";
    }
}
