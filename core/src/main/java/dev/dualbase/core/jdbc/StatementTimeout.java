// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a statement may run, and how the server comes to know.
 *
 * @param inSession whether every session knows it from its start
 */
record StatementTimeout(Duration duration, boolean inSession) {

    static StatementTimeout of(JdbcSettings settings) {
        return new StatementTimeout(settings.statementTimeout(), settings.pooling() != ServerPooling.TRANSACTION);
    }

    /** In milliseconds, what has to be said with each statement that is by itself; empty if its session knows. */
    Optional<Long> ofEach() {
        return inSession ? Optional.empty() : Optional.of(millis());
    }

    /** What a transaction says first, empty if its session knows. */
    Optional<String> atBegin() {
        return inSession ? Optional.empty() : Optional.of("set local statement_timeout = " + millis());
    }

    /** What a session says first that cannot be told when it is opened, empty for others. */
    static Optional<String> afterConnecting(JdbcSettings settings) {
        return settings.pooling() == ServerPooling.SESSION
                ? Optional.of(
                        "set statement_timeout = " + settings.statementTimeout().toMillis())
                : Optional.empty();
    }

    long millis() {
        return duration.toMillis();
    }
}
