// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;

/** Names of databases for tests: {@code dualbase_test_}, the minute, the process, and a number. */
final class CloneName {
    /** All names, as a regular expression of PostgreSQL; the group is the {@link #minute}. */
    static final String PATTERN = "^dualbase_test_([0-9]{12})_[0-9]+_[0-9]+$";

    private static final AtomicLong CLONES = new AtomicLong();
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuuMMddHHmm").withZone(ZoneOffset.UTC);

    private CloneName() {}

    /** One that this process has not used. That of another machine, or of a container, may have the same number. */
    static String next() {
        return "dualbase_test_" + minute(Instant.now()) + "_"
                + ProcessHandle.current().pid() + "_" + CLONES.incrementAndGet();
    }

    /** Such as {@code 202611302359}, in UTC. */
    static String minute(Instant instant) {
        return MINUTE.format(instant);
    }
}
