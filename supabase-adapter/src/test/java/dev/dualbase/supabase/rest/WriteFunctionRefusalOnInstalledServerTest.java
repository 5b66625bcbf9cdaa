// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.ServerKind;
import javax.sql.DataSource;

@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        server = ServerKind.NATIVE)
class WriteFunctionRefusalOnInstalledServerTest extends WriteFunctionRefusalTest {

    WriteFunctionRefusalOnInstalledServerTest(DataSource database) {
        super(database);
    }
}
