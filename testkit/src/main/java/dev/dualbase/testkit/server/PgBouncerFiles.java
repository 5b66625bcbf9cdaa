// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** The files that PgBouncer reads and writes. */
record PgBouncerFiles(TestDatabase database, PoolMode mode, int poolSize) {
    static final String LOCAL = "127.0.0.1";

    /** Clients may be many: it is the sessions of the server that are few. */
    private static final String CONFIGURATION = """
            [databases]
            * = host=%s port=%s
            [pgbouncer]
            listen_addr = %s
            listen_port = %d
            unix_socket_dir =
            auth_type = trust
            auth_file = %s
            pool_mode = %s
            default_pool_size = %d
            max_client_conn = 600
            ignore_startup_parameters = extra_float_digits
            logfile = %s
            pidfile = %s
            """;

    static Path log(RunDirectory directory) {
        return directory.data().resolve("pgbouncer.log");
    }

    /** Writes what the program needs, and gives its configuration. */
    Path write(RunDirectory directory, ServerAccount account, int port) throws IOException {
        Path data = Files.createDirectory(directory.data());
        account.own(directory.path());
        account.own(data);
        Path users = data.resolve("users.txt");
        account.own(Files.createFile(
                users, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        Files.writeString(users, quoted(database.user()) + " " + quoted(database.password()) + "\n");
        @Nullable Properties server = Driver.parseURL(database.jdbcUrl(), new Properties());
        Properties known = server == null ? new Properties() : server;
        return Files.writeString(
                data.resolve("pgbouncer.ini"),
                CONFIGURATION.formatted(
                        PGProperty.PG_HOST.getOrDefault(known),
                        PGProperty.PG_PORT.getOrDefault(known),
                        LOCAL,
                        port,
                        users,
                        mode.setting(),
                        poolSize,
                        log(directory),
                        directory.processFile()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Without the password of the user. */
    @Override
    public String toString() {
        return "PgBouncerFiles[" + database + ", " + mode + ", " + poolSize + "]";
    }
}
