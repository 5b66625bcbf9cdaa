// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Poll;
import dev.dualbase.testkit.server.TestDatabase;
import dev.dualbase.testkit.server.TestServerException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Makes PostgREST read the schema again. It has done so when it knows a function that was made just before. */
final class SchemaReload {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int OK = 200;
    private static final AtomicLong RELOADS = new AtomicLong();

    private final TestDatabase database;
    private final String schema;
    private final String url;
    private final String key;

    SchemaReload(TestDatabase database, String schema, String url, String key) {
        this.database = database;
        this.schema = schema;
        this.url = url;
        this.key = key;
    }

    void run() {
        String function = "dualbase_reload_" + RELOADS.incrementAndGet();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            String qualified = statement.enquoteIdentifier(schema, true) + "." + function + "()";
            statement.execute("CREATE FUNCTION " + qualified + " RETURNS int LANGUAGE sql AS 'SELECT 1'");
            try {
                await(statement, function);
            } finally {
                statement.execute("DROP FUNCTION " + qualified);
            }
        } catch (SQLException e) {
            throw new TestServerException("PostgREST cannot be told of the schema: " + e.getMessage(), e);
        }
    }

    /** Tells it more than once: it may not listen yet. */
    private void await(Statement statement, String function) throws SQLException {
        long begin = System.nanoTime();
        do {
            statement.execute("NOTIFY pgrst, 'reload schema'");
            if (Poll.until(PATIENCE, () -> knows(function))) {
                return;
            }
        } while (System.nanoTime() - begin < LIMIT.toNanos()
                && !Thread.currentThread().isInterrupted());
        throw new TestServerException("PostgREST does not know the new schema after " + LIMIT.toSeconds()
                + " seconds: is it running, and db-channel pgrst?");
    }

    private boolean knows(String function) {
        return Http.ask("POST", url + "/rpc/" + function, key)
                .filter(answer -> answer.statusCode() == OK)
                .isPresent();
    }
}
