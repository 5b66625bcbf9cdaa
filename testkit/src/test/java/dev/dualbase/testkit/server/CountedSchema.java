// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A schema that nobody had before, and that counts how often it is applied. */
final class CountedSchema implements SchemaSource {
    final AtomicInteger applied = new AtomicInteger();
    private final String hash = UUID.randomUUID().toString();
    private final SchemaSource source;

    CountedSchema(String sql) {
        source = SchemaSource.script("a script", sql);
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public void apply(Connection connection) throws SQLException {
        applied.incrementAndGet();
        source.apply(connection);
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
