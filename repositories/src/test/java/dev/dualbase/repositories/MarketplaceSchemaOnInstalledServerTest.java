// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import javax.sql.DataSource;

@PostgresTest(script = "marketplace/schema.sql", server = ServerKind.NATIVE)
class MarketplaceSchemaOnInstalledServerTest extends MarketplaceSchemaTest {

    MarketplaceSchemaOnInstalledServerTest(Backend backend, DataSource plain) {
        super(backend, plain);
    }
}
