// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far the log of the primary must have been replayed by a replica that has all that this backend wrote. */
final class OwnWrites {

    /** Where the log ends now. That of the inserted, not of the written part: commits may be asynchronous. */
    private static final String POSITION = "select pg_catalog.pg_current_wal_insert_lsn()";

    private record Known(long writes, String position) {}

    private final AtomicLong writes = new AtomicLong();
    private volatile Known known = new Known(0, "");

    /** After each write, also one whose outcome is unknown. */
    void add() {
        writes.incrementAndGet();
    }

    /** The position behind all that has been written, empty if nothing has. It is asked for once after a write. */
    Optional<String> position(Connections primary) {
        long now = writes.get();
        if (now == 0) {
            return Optional.empty();
        }
        Known last = known;
        if (last.writes < now) {
            last = new Known(now, ask(primary));
            known = last;
        }
        return Optional.of(last.position);
    }

    private static String ask(Connections primary) {
        Connection connection = primary.lease();
        boolean broken = true;
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(POSITION)) {
            answer.next();
            String position = answer.getString(1);
            broken = false;
            return position;
        } catch (SQLException failure) {
            throw SqlErrors.translate(failure, null, false);
        } finally {
            primary.release(connection, broken);
        }
    }
}
