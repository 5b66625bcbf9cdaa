// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.Side;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.whatsapp.KeyChange;
import dev.dualbase.repositories.whatsapp.KeyType;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The salon's repositories while flags in a file change. */
class BackendSwitchTest {
    private static final String BOTH = "USE_REPOSITORY_PATTERN=true\n";

    private final TestDatabase supabase = PostgresServers.shared().createDatabase(new TwoSalons());
    private final TestDatabase timeweb = PostgresServers.shared().createDatabase(new TwoSalons());
    private final JdbcBackend onSupabase = open("supabase", supabase);
    private final JdbcBackend onTimeweb = open("timeweb", timeweb);

    @TempDir
    private Path directory;

    private Path file;
    private BackendSwitch backends;
    private SalonRepositories salon;

    private static JdbcBackend open(String id, TestDatabase database) {
        return JdbcBackend.builder(id)
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password())
                .build();
    }

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(directory.resolve("flags"), BOTH);
        backends = BackendSwitch.builder(FlagSource.file(file))
                .side(Side.SUPABASE, onSupabase)
                .side(Side.TIMEWEB, onTimeweb)
                .open();
        salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
    }

    @AfterEach
    void close() {
        backends.close();
        supabase.close();
        timeweb.close();
    }

    @CanIgnoreReturnValue
    private Duration change(String flags, BooleanSupplier done) throws IOException {
        Files.writeString(file, BOTH + flags);
        long begin = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(20));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static long clients(Backend side, CompanyId company) {
        return new ClientRepository(side).count(company, Filters.everyRow());
    }

    @Test
    void aChangeOfTheFileMovesReadsAndWritesWithinASecond() throws IOException {
        salon.clients().upsert(SALON, client(1));
        assertThat(change("TIMEWEB_IS_PRIMARY=true\n", () -> backends.flags().primary() == Side.TIMEWEB))
                .isLessThan(Duration.ofSeconds(1));
        assertThat(clients(backends.backend(), SALON)).isZero();
        salon.clients().upsert(SALON, client(2));
        assertThat(clients(onSupabase, SALON)).isEqualTo(1);
        assertThat(clients(onTimeweb, SALON)).isEqualTo(1);
    }

    @Test
    void aRepositoryMovesWithItsTransactions() throws IOException {
        change(
                "TIMEWEB_STAFF_REPOSITORY=true\nTIMEWEB_WHATS_APP_SESSION_STORE=true\n",
                () -> backends.flags().repositories().size() == 2);
        salon.staff().replaceAll(SALON, List.of(member(1, "name")));
        salon.whatsAppSessions().saveCredentials(SALON, JSONB.valueOf("{}"));
        salon.whatsAppSessions().setKeys(SALON, List.of(KeyChange.set(KeyType.SESSION, "1", JSONB.valueOf("{}"))));
        assertThat(new StaffRepository(onTimeweb).count(SALON, Filters.everyRow()))
                .isEqualTo(1);
        assertThat(new StaffRepository(onSupabase).count(SALON, Filters.everyRow()))
                .isZero();
        assertThat(salon.whatsAppSessions().removeSession(SALON)).isTrue();
        assertThatThrownBy(() -> salon.useTransaction(() -> salon.staff().upsert(SALON, member(2, "name"))))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("StaffRepository.upsert goes to timeweb");
    }

    @Test
    void aSalonMovesWithItsTransactions() throws IOException {
        change(
                "TIMEWEB_COMPANIES=" + SALON + "\n",
                () -> !backends.flags().companies().isEmpty());
        salon.clients().upsert(SALON, client(1));
        salon.clients().upsert(OTHER, client(2));
        salon.staff().replaceAll(SALON, List.of(member(1, "name")));
        salon.whatsAppSessions().setKeys(SALON, List.of(KeyChange.set(KeyType.SESSION, "1", JSONB.valueOf("{}"))));
        assertThat(salon.whatsAppSessions().removeSession(SALON)).isTrue();
        assertThat(clients(onTimeweb, SALON)).isEqualTo(1);
        assertThat(clients(onSupabase, SALON)).isZero();
        assertThat(clients(onSupabase, OTHER)).isEqualTo(1);
        assertThat(new StaffRepository(onTimeweb).count(SALON, Filters.everyRow()))
                .isEqualTo(1);
    }

    @Test
    void aContradictionLeavesTheBackendWhereItIs() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            change("TIMEWEB_READS=true\n", () -> log.size() > 0);
        } finally {
            System.setErr(before);
        }
        String text = log.toString(StandardCharsets.UTF_8);
        assertThat(text).containsOnlyOnce("TIMEWEB_READS needs ENABLE_DUAL_WRITE=true");
        assertThat(backends.flags().timewebReads()).isFalse();
        salon.clients().upsert(SALON, client(1));
        assertThat(clients(onSupabase, SALON)).isEqualTo(1);
    }

    @Test
    void callsAreLoggedWhileTheFlagSaysSo() throws Exception {
        change("LOG_DATABASE_CALLS=true\n", () -> backends.flags().calls().everyCall());
        CallsLogger.whileOn(() -> {
            assertThat(written(() -> salon.clients().upsert(SALON, client(1))))
                    .contains("ClientRepository.upsert upsert clients on supabase: 1 rows in")
                    .doesNotContain("7900");
            change("", () -> !backends.flags().calls().everyCall());
            assertThat(written(() -> salon.clients().upsert(SALON, client(1)))).isEmpty();
        });
    }

    @Test
    void backendsThatAreMissingAreRefusedAtTheStart() {
        assertThatThrownBy(() -> BackendFlags.watch(FlagSource.file(file), Set.of("timeweb")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no backend is configured as supabase, which USE_REPOSITORY_PATTERN ask for");
    }

    private interface Step {
        Object run() throws IOException;
    }

    private static String written(Step step) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(text, true, StandardCharsets.UTF_8));
        try {
            assertThat(step.run()).isNotNull();
        } finally {
            System.setErr(before);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
