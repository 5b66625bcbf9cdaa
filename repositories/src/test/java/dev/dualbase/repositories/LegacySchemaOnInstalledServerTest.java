// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import javax.sql.DataSource;

@PostgresTest(script = "legacy/schema.sql", server = ServerKind.NATIVE)
class LegacySchemaOnInstalledServerTest extends LegacySchemaTest {

    LegacySchemaOnInstalledServerTest(Backend backend, DataSource plain) {
        super(backend, plain);
    }
}
