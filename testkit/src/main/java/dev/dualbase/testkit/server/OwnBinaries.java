// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/** The folder with the programs of a kind of server. */
final class OwnBinaries {
    private static final String QUERY = "SELECT current_setting('data_directory')";

    private OwnBinaries() {}

    static Path of(ServerKind kind) throws IOException, ServerRefusedException {
        return switch (kind) {
            case EMBEDDED -> embedded();
            case NATIVE -> PostgresBinaries.find();
            case EXTERNAL, DOCKER ->
                throw new ServerRefusedException(
                        "only an embedded and a native server can be killed by a test, not " + kind.label());
        };
    }

    /** A server notes the program it was started with in its data: only the library that unpacked it knows it else. */
    private static Path embedded() throws IOException, ServerRefusedException {
        PostgresServer shared = PostgresServers.shared(ServerKind.EMBEDDED);
        try (TestDatabase database = shared.createDatabase(SchemaSource.none());
                AdminConnection admin =
                        new AdminConnection(database.dataSource().getConnection())) {
            String options = Files.readString(Path.of(admin.text(QUERY), "postmaster.opts"));
            Path program = Path.of(options.substring(0, options.indexOf(" \"")));
            return Objects.requireNonNull(program.getParent());
        } catch (SQLException e) {
            throw new ServerRefusedException("the embedded server does not say where its programs are", e);
        }
    }
}
