// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.SslMode;
import dev.dualbase.testkit.privacy.MarkedValues;
import dev.dualbase.testkit.server.PostgresServer;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestAuthority;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every server with every name that may be dialled, every trusted authority and every mode: which may be connected to is
 * worked out from what each mode promises, and nothing else may. The order is that of a seed, which {@value #SEED} repeats;
 * with {@value #ROUNDS} all of it is done so many times.
 */
class TlsCampaignTest {

    private static final String ROUNDS = "dualbase.test.tls.rounds";
    private static final String SEED = "dualbase.test.tls.seed";
    private static final String PASSWORD = "marked-secret";
    private static final String NAME = "localhost";
    private static final String ADDRESS = "127.0.0.1";

    private final long seed = Long.getLong(SEED, ThreadLocalRandom.current().nextLong(1L << 32));
    private final int rounds = Integer.getInteger(ROUNDS, 1);
    private final TestAuthority authority = TestAuthority.create();
    private final TestAuthority another = TestAuthority.create();
    private final Map<Certificate, PostgresServer> servers = new EnumMap<>(Certificate.class);
    private final Map<String, Integer> figures = new TreeMap<>();

    @TempDir
    private Path folder;

    /** What a server shows. */
    private enum Certificate {
        RIGHT,
        OF_ANOTHER_NAME,
        OF_ANOTHER_AUTHORITY,
        EXPIRED,
        SELF_SIGNED,
        NONE
    }

    /** Whom the client trusts. */
    private enum Trust {
        AUTHORITY,
        ANOTHER,
        BOTH,
        NOT_SAID
    }

    private record Attempt(Certificate certificate, String host, Trust trust, SslMode mode) {

        /** Without a file, what a mode that reads one finds is up to the home of the user. */
        boolean isKnown() {
            return !(mode.verifies() && trust == Trust.NOT_SAID);
        }

        /** A file beside a mode that does not read it. */
        boolean contradictory() {
            return !mode.verifies() && trust != Trust.NOT_SAID;
        }

        boolean connects() {
            return switch (mode) {
                case DISABLE -> true;
                case REQUIRE -> certificate != Certificate.NONE;
                case VERIFY_CA -> trusted();
                case VERIFY_FULL -> trusted() && host.equals(NAME) && certificate != Certificate.OF_ANOTHER_NAME;
            };
        }

        private boolean trusted() {
            return switch (certificate) {
                case RIGHT, OF_ANOTHER_NAME -> trust != Trust.ANOTHER;
                case OF_ANOTHER_AUTHORITY -> trust != Trust.AUTHORITY;
                case EXPIRED, SELF_SIGNED, NONE -> false;
            };
        }
    }

    @BeforeEach
    void start() throws IOException {
        authority.writeTo(file(Trust.AUTHORITY));
        another.writeTo(file(Trust.ANOTHER));
        Files.writeString(file(Trust.BOTH), authority.certificate() + another.certificate());
        servers.put(Certificate.RIGHT, PostgresServers.startWithTls(authority.issue(NAME)));
        servers.put(Certificate.OF_ANOTHER_NAME, PostgresServers.startWithTls(authority.issue("db.example.com")));
        servers.put(Certificate.OF_ANOTHER_AUTHORITY, PostgresServers.startWithTls(another.issue(NAME)));
        servers.put(Certificate.EXPIRED, PostgresServers.startWithTls(authority.issueExpired(NAME)));
        servers.put(Certificate.SELF_SIGNED, PostgresServers.startWithTls(TestAuthority.selfSigned(NAME)));
        servers.put(Certificate.NONE, PostgresServers.shared(ServerKind.EMBEDDED));
    }

    @AfterEach
    void end() {
        servers.entrySet().stream()
                .filter(each -> each.getKey() != Certificate.NONE)
                .forEach(each -> each.getValue().close());
    }

    @Test
    void only_the_server_that_a_mode_promises_is_connected_to() {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            List<Attempt> attempts = attempts();
            Collections.shuffle(attempts, random);
            for (Attempt attempt : attempts) {
                String outcome = outcome(attempt);
                assertThat(outcome).as("%s, -D%s=%d", attempt, SEED, seed).isEqualTo(expected(attempt));
                figures.merge(outcome, 1, Integer::sum);
            }
        }
        System.out.println("seed " + seed + ": " + rounds + " rounds, " + figures);
    }

    private static List<Attempt> attempts() {
        List<Attempt> attempts = new ArrayList<>();
        for (Certificate certificate : Certificate.values()) {
            for (Trust trust : Trust.values()) {
                for (SslMode mode : SslMode.values()) {
                    attempts.add(new Attempt(certificate, NAME, trust, mode));
                    attempts.add(new Attempt(certificate, ADDRESS, trust, mode));
                }
            }
        }
        attempts.removeIf(attempt -> !attempt.isKnown());
        return attempts;
    }

    private static String expected(Attempt attempt) {
        if (attempt.contradictory()) {
            return "not opened";
        }
        return attempt.connects() ? "connected" : "refused";
    }

    private String outcome(Attempt attempt) {
        try (JdbcBackend backend = builder(attempt).build()) {
            return backend.health().failure().map(TlsCampaignTest::refused).orElse("connected");
        } catch (InvalidValueException contradiction) {
            return "not opened";
        }
    }

    private static String refused(StorageException failure) {
        assertThat(failure).isInstanceOf(ConnectionFailureException.class);
        assertThat(MarkedValues.of(PASSWORD, NAME, ADDRESS).in(failure)).isEmpty();
        return "refused";
    }

    private TimewebBuilder builder(Attempt attempt) {
        PostgresServer server = servers.get(attempt.certificate());
        URI address = URI.create(server.jdbcUrl("postgres").substring("jdbc:".length()));
        TimewebBuilder builder = TimewebBackends.builder()
                .host(attempt.host())
                .port(address.getPort())
                .database("postgres")
                .user(server.user())
                .password(PASSWORD)
                .sslMode(attempt.mode())
                .connectTimeout(Duration.ofMinutes(1));
        return attempt.trust() == Trust.NOT_SAID
                ? builder
                : builder.rootCertificate(file(attempt.trust()).toString());
    }

    private Path file(Trust trust) {
        return folder.resolve(trust + ".crt");
    }
}
