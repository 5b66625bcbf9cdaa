// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Poll;
import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.postgrest.Environment.Ports;
import dev.dualbase.testkit.server.TestServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgREST that can end and begin again in its folder and on its ports. */
final class PostgrestProcess implements AutoCloseable {
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final int LAST_WORDS = 10;
    private static final int OK = 200;

    private final PostgrestProgram program;
    private final RunDirectory directory;
    private final Ports ports;
    private final Map<String, String> settings;
    private @Nullable Process process;

    PostgrestProcess(PostgrestProgram program, RunDirectory directory, Ports ports, Map<String, String> settings) {
        this.program = program;
        this.directory = directory;
        this.ports = ports;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts it, and waits until it answers.
     *
     * @return what it says of its version
     * @throws TestServerException if it ends, or does not answer in time
     */
    String start() {
        try {
            Process started = launch();
            process = started;
            directory.remember(started.toHandle());
            Poll.until(STARTUP, () -> !started.isAlive() || isReady());
            return version(started);
        } catch (IOException e) {
            throw new TestServerException("PostgREST from " + program + " cannot be run: " + e.getMessage(), e);
        }
    }

    void stop() {
        if (process != null && program.killable()) {
            process.destroyForcibly().onExit().join();
        }
        try {
            directory.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        directory.close();
    }

    private Process launch() throws IOException {
        Path data = Files.createDirectories(directory.data());
        Files.writeString(data.resolve("empty.conf"), "");
        ProcessBuilder builder = new ProcessBuilder(program.commandLine().of(data, settings.keySet()))
                .directory(directory.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(directory.log().toFile()));
        Environment.apply(settings, builder.environment());
        return builder.start();
    }

    private boolean isReady() {
        return Http.ask("GET", ports.readiness(), "")
                .filter(answer -> answer.statusCode() == OK)
                .isPresent();
    }

    private String version(Process started) {
        Optional<HttpResponse<Void>> answer =
                started.isAlive() && isReady() ? Http.ask("HEAD", ports.url() + "/", "") : Optional.empty();
        return answer.flatMap(found -> found.headers().firstValue("Server"))
                .map(server -> server.replaceFirst("(?i)^postgrest/", ""))
                .orElseThrow(() -> failure(started));
    }

    private TestServerException failure(Process ended) {
        String end = ended.isAlive()
                ? "does not answer in " + STARTUP.toSeconds() + " seconds"
                : "ended with status " + ended.exitValue();
        return new TestServerException("PostgREST from " + program + " " + end + ". Its last words:\n"
                + Program.lastWords(directory.log(), LAST_WORDS));
    }
}
