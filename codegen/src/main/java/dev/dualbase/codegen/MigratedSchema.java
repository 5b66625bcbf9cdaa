// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.jooq.Constants;

/** Types from migrations: they run on a server that lives for this only, and not at all when nothing has changed. */
record MigratedSchema(List<Path> migrations, Generation generation) {
    /** Whether anything was generated. One run at a time in a JVM: they share the server that the last one ends. */
    boolean generate() throws Exception {
        String fingerprint = fingerprint();
        Stamp stamp = new Stamp(generation.output());
        if (stamp.isFresh(fingerprint)) {
            return false;
        }
        synchronized (MigratedSchema.class) {
            try (PostgresServer server = PostgresServers.shared();
                    TestDatabase database = server.createDatabase(source())) {
                generation.run(database.dataSource());
            }
        }
        stamp.write(fingerprint);
        return true;
    }

    /** Everything that the output depends on. */
    private String fingerprint() {
        return String.join("\n", source().hash(), Constants.FULL_VERSION, generation.settings());
    }

    private SchemaSource source() {
        return SchemaSource.migrations(
                migrations.stream().map(path -> "filesystem:" + path).toArray(String[]::new));
    }
}
