// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A schema in Flyway migrations. */
record FlywaySchema(List<MigrationLocation> locations) implements SchemaSource {
    @Override
    public String hash() {
        ContentHash hash = new ContentHash();
        locations.forEach(location -> location.files().forEach(hash::add));
        return hash.text();
    }

    /** On this one connection: the lock of the session must not wait for a transaction of another. */
    @Override
    public void apply(Connection connection) {
        Flyway.configure()
                .dataSource(BorrowedConnection.asDataSource(connection))
                .locations(locations.stream().map(MigrationLocation::text).toArray(String[]::new))
                .failOnMissingLocations(true)
                .load()
                .migrate();
    }

    @Override
    public String toString() {
        return "Migrations in " + locations;
    }
}
