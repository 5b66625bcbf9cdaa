// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Databases that earlier runs kept, or could not drop because they were killed. */
final class ExpiredClones {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredClones.class);
    private static final Duration AGE = Duration.ofDays(1);

    private ExpiredClones() {}

    /** Drops those that are older than a day and that nobody is connected to. No other name is touched. */
    static void drop(AdminConnection admin, Instant now) throws SQLException {
        String minute = CloneName.minute(now.minus(AGE));
        for (String name : admin.texts(
                "SELECT datname FROM pg_database WHERE substring(datname::text FROM '" + CloneName.PATTERN + "') < ?",
                minute)) {
            drop(admin, name);
        }
    }

    private static void drop(AdminConnection admin, String name) {
        try {
            admin.execute("DROP DATABASE IF EXISTS " + name);
        } catch (SQLException inUse) {
            LOG.debug("{} stays: {}", name, inUse.getMessage());
        }
    }
}
