// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.core.mirror.DivergenceMigration;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.BackendSwitchBuilder;
import dev.dualbase.repositories.flag.Side;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Two databases of the salon, each behind a line that breaks on command, and flags in a file. */
final class SwitchSides implements AutoCloseable {

    private static final String BOTH = "USE_REPOSITORY_PATTERN=true\n";

    final Map<Side, TestDatabase> databases = new EnumMap<>(Side.class);
    final Map<Side, FaultProxy> lines = new EnumMap<>(Side.class);
    private final Path file;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    SwitchSides(Path directory, String flags) {
        this.file = directory.resolve("flags");
        for (Side side : Side.values()) {
            TestDatabase database = PostgresServers.shared().createDatabase(new MirroredSalons());
            databases.put(side, database);
            lines.put(side, FaultProxy.before(database));
        }
        write(flags);
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** The two salons, alike to the last column, with the table for the notes. */
    private static final class MirroredSalons implements SchemaSource {

        private static final String ALIKE = DivergenceMigration.script()
                + "; set session_replication_role = replica; update companies set created_at = '2025-12-01',"
                + " updated_at = '2025-12-01'; reset session_replication_role";

        private final SchemaSource salons = new TwoSalons();

        @Override
        public String hash() {
            return salons.hash() + ALIKE.hashCode();
        }

        @Override
        public void apply(Connection connection) throws SQLException {
            salons.apply(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(ALIKE);
            }
        }
    }

    /** A switch between both sides with short waits; whoever asks closes it. */
    BackendSwitchBuilder builder() {
        BackendSwitchBuilder builder = plainBuilder();
        for (Side side : Side.values()) {
            builder.side(side, jdbc(side).build());
            builder.replayingThrough(
                    side,
                    jdbc(side)
                            .driverProperty("options", "-c session_replication_role=replica")
                            .maxConnections(3)
                            .build());
        }
        return builder;
    }

    /** The same without sides. */
    BackendSwitchBuilder plainBuilder() {
        return BackendSwitch.builder(FlagSource.file(file))
                .catchUpTimeout(Duration.ofMillis(300))
                .dualWrite(options -> options.retryingAfter(Duration.ofMillis(20), Duration.ofMillis(200)));
    }

    JdbcBackendBuilder jdbc(Side side) {
        TestDatabase database = databases.get(side);
        return JdbcBackend.builder(side.backend())
                .url(lines.get(side).jdbcUrl(database))
                .credentials(database.user(), database.password())
                .maxConnections(10)
                .connectTimeout(Duration.ofSeconds(2))
                .driverProperty("socketTimeout", "5");
    }

    void write(String flags) {
        try {
            Files.writeString(file, BOTH + flags);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Changes the flags and waits until they count; answers how long that took. */
    @CanIgnoreReturnValue
    Duration change(BackendSwitch backends, String flags, Predicate<BackendFlags> done) {
        write(flags);
        return until("the flags are taken: " + flags, () -> done.test(backends.flags()));
    }

    @CanIgnoreReturnValue
    Duration until(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(60)) {
                throw new AssertionError("waited in vain until " + what + "\n" + logged());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** What was written to the log. */
    String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** The database of a side, past its line and the library. */
    DSLContext on(Side side) {
        return DSL.using(databases.get(side).dataSource(), SQLDialect.POSTGRES);
    }

    long clients(Side side, CompanyId company) {
        return (long) on(side).fetchValue("select count(*) from clients where company_id = " + company.value());
    }

    /** The name of a client of {@link TestSalon#SALON} as a side has it, empty if it has no such client. */
    String name(Side side, long yclientsId) {
        return on(side)
                .fetch("select name from clients where yclients_id = " + yclientsId)
                .getValues(0, String.class)
                .stream()
                .findFirst()
                .orElse("");
    }

    int notes(Side side) {
        return on(side).fetchCount(DSL.table("dualbase_divergence"));
    }

    /** Waits until no note is left on any side, and compares every column of every row. */
    void assertEqualSoon() {
        for (Side side : Side.values()) {
            until("no row of " + side + " is known to differ", () -> notes(side) == 0);
        }
        for (Table<?> table : SalonRepositories.TABLES) {
            assertThat(rows(Side.TIMEWEB, table)).as(table.getName()).isEqualTo(rows(Side.SUPABASE, table));
        }
    }

    private List<String> rows(Side side, Table<?> table) {
        return on(side).fetch("select t::text from " + table.getName() + " t order by 1")
                .getValues(0, String.class);
    }

    /** How many clients of a salon a backend knows. */
    static long count(Backend backend, CompanyId company) {
        return new ClientRepository(backend).count(company, Filters.everyRow());
    }

    static ClientsRecord named(long yclientsId, String name) {
        return TestSalon.client(yclientsId, name);
    }

    @Override
    public void close() {
        System.setErr(before);
        lines.values().forEach(FaultProxy::close);
        databases.values().forEach(TestDatabase::close);
    }
}
