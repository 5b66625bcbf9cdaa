// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.sql.Connection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** A schema in Flyway migrations. */
record FlywaySchema(List<MigrationLocation> locations) implements SchemaSource {
    @Override
    public String hash() {
        ContentHash hash = new ContentHash();
        locations.forEach(location -> location.files().forEach(hash::add));
        return hash.text();
    }

    /** On this one connection, where Flyway's lock must belong to the session: a transaction's ends with its first commit. */
    @Override
    public void apply(Connection connection) {
        FluentConfiguration configuration = Flyway.configure()
                .loggers("slf4j")
                .dataSource(BorrowedConnection.asDataSource(connection))
                .locations(locations.stream().map(MigrationLocation::text).toArray(String[]::new))
                .failOnMissingLocations(true);
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        configuration.load().migrate();
    }

    @Override
    public String toString() {
        return "Migrations in " + locations;
    }
}
