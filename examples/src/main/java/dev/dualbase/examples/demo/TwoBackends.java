// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.mirror.DivergenceMigration;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.BackendSwitchBuilder;
import dev.dualbase.repositories.flag.Side;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A database for each side on the embedded server, Supabase's behind a line that can break, and flags in a file. */
final class TwoBackends implements AutoCloseable {

    private static final SchemaSource SCHEMA =
            SchemaSource.migrations("classpath:db/migration", DivergenceMigration.LOCATION);

    private final Map<Side, TestDatabase> databases = new EnumMap<>(Side.class);
    private final FaultProxy line;
    private final Map<String, String> flags = new TreeMap<>(Map.of("USE_REPOSITORY_PATTERN", "true"));
    private final Path file;
    private final BackendSwitch backends;

    TwoBackends() throws IOException {
        for (Side side : Side.values()) {
            databases.put(side, PostgresServers.shared().createDatabase(SCHEMA));
        }
        line = FaultProxy.before(database(Side.SUPABASE));
        file = Files.createTempFile("dualbase-demo-", ".flags");
        write();
        BackendSwitchBuilder builder = BackendSwitch.builder(FlagSource.file(file))
                .shadowReads(options -> options.tellingTo(difference -> {}))
                .dualWrite(options -> options.retryingAfter(Duration.ofMillis(100), Duration.ofSeconds(1)));
        for (Side side : Side.values()) {
            builder.side(side, jdbc(side).build()).replayingThrough(side, forDualWrite(side));
        }
        backends = builder.open();
    }

    private TestDatabase database(Side side) {
        TestDatabase database = databases.get(side);
        if (database == null) {
            throw new IllegalStateException("every side has a database");
        }
        return database;
    }

    private JdbcBackendBuilder jdbc(Side side) {
        TestDatabase database = database(side);
        return JdbcBackend.builder(side.backend())
                .url(side == Side.SUPABASE ? line.jdbcUrl(database) : database.jdbcUrl())
                .credentials(database.user(), database.password())
                .maxConnections(8);
    }

    /** Triggers rest there, so that what is carried over stays the same to the last column. */
    private JdbcBackend forDualWrite(Side side) {
        return jdbc(side)
                .maxConnections(3)
                .driverProperty("options", "-c session_replication_role=replica")
                .build();
    }

    BackendSwitch backends() {
        return backends;
    }

    /** A backend of its own to a side, past the line. */
    JdbcBackend look(Side side) {
        TestDatabase database = database(side);
        return JdbcBackend.builder(side.backend())
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .build();
    }

    /** Sets a flag in the file, and waits until it counts. */
    void set(String flag, String value, Predicate<BackendFlags> counts) throws IOException {
        flags.put(flag, value);
        write();
        await("the flags count", () -> counts.test(backends.flags()));
    }

    private void write() throws IOException {
        List<String> lines = flags.entrySet().stream()
                .map(flag -> flag.getKey() + "=" + flag.getValue())
                .toList();
        Files.write(file, lines);
    }

    void cutSupabase() {
        line.refuse();
    }

    void mendSupabase() {
        line.pass();
    }

    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The demo waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() throws IOException {
        backends.close();
        line.close();
        databases.values().forEach(TestDatabase::close);
        Files.delete(file);
    }
}
