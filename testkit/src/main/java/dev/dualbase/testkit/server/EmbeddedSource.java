// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL from the binaries on the class path. */
final class EmbeddedSource implements ServerSource {
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Optional<TestCertificate> certificate;

    EmbeddedSource() {
        this.certificate = Optional.empty();
    }

    /** One that speaks TLS with this certificate. */
    EmbeddedSource(TestCertificate certificate) {
        this.certificate = Optional.of(certificate);
    }

    @Override
    public Endpoint start() throws ServerRefusedException {
        try {
            return start(RunDirectory.create());
        } catch (IOException e) {
            throw new ServerRefusedException("no directory for its data", e);
        }
    }

    private Endpoint start(RunDirectory directory) throws ServerRefusedException {
        try {
            EmbeddedPostgres postgres = builder(directory).start();
            return Endpoint.local(postgres.getPort(), () -> stop(postgres, directory));
        } catch (IOException | RuntimeException e) {
            String reason = "it does not start, " + directory.lastWords();
            directory.close();
            throw new ServerRefusedException(reason, e);
        }
    }

    private EmbeddedPostgres.Builder builder(RunDirectory directory) throws IOException {
        Redirect log = Redirect.appendTo(directory.log().toFile());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.data())
                .setPGStartupWait(STARTUP)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setRegisterShutdownHook(false);
        ServerSettings.LOCALE.forEach(builder::setLocaleConfig);
        ServerSettings.TESTS.forEach(builder::setServerConfig);
        if (certificate.isPresent()) {
            ServerSettings.tls(certificate.get(), directory.path()).forEach(builder::setServerConfig);
        }
        return builder;
    }

    private static void stop(EmbeddedPostgres postgres, RunDirectory directory) {
        try (directory) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
