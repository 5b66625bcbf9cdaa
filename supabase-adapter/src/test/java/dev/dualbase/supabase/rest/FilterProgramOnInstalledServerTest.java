// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.junit.TestIsolation;
import dev.dualbase.testkit.server.ServerKind;
import javax.sql.DataSource;

@PostgresTest(
        migrations = {"classpath:db/supabase", "classpath:db/functiontest"},
        isolation = TestIsolation.DATABASE_PER_CLASS,
        server = ServerKind.NATIVE)
class FilterProgramOnInstalledServerTest extends FilterProgramTest {

    FilterProgramOnInstalledServerTest(Backend jdbc, DataSource database) {
        super(jdbc, database);
    }
}
