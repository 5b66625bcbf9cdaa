// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Setting;

/**
 * The servers that the tests of a JVM share. A server is started when it is first asked for and ends with the JVM; a
 * server whose JVM was killed ends when the next one starts. So does one that holds a kept database, unless {@code CI} is
 * set.
 *
 * <p>{@code dualbase.test.source} (or {@code DUALBASE_TEST_SOURCE}) pins {@link #shared()} to {@code external},
 * {@code embedded}, {@code native} or {@code docker}.
 */
public final class PostgresServers {
    private static final ServerRegistry REGISTRY = new ServerRegistry(PostgresServers::source);

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PostgresServers::end, "dualbase-test-servers"));
    }

    private PostgresServers() {}

    /**
     * The first kind that is to be had, in the order of {@link ServerKind}. The log says which, and what was wrong with
     * the ones before it.
     *
     * @throws TestServerException if there is none, with everything that can be done about it; or if a setting names a
     *     server that does not answer
     */
    public static PostgresServer shared() {
        return Setting.SOURCE.value().map(ServerKind::ofLabel).map(REGISTRY::of).orElseGet(REGISTRY::first);
    }

    /**
     * A server of one kind, for tests that need it.
     *
     * @throws TestServerException if this machine has none, with what can be done about it
     */
    public static PostgresServer shared(ServerKind kind) {
        return REGISTRY.of(kind);
    }

    /**
     * Starts a PostgreSQL from the class path that speaks TLS, for one test or several: it is nobody else's, and who asked
     * for it closes it, or the end of the JVM. It lets clients in without TLS too. Its address says {@code localhost}.
     *
     * @param certificate what it shows to clients, of a {@link TestAuthority}
     * @throws TestServerException if there are no binaries on the class path, or it does not start
     */
    public static PostgresServer startWithTls(TestCertificate certificate) {
        return REGISTRY.aside(ServerKind.EMBEDDED, new EmbeddedSource(certificate));
    }

    /** In CI nobody looks at what was kept, and a process that stays may keep a build from ending. */
    private static void end() {
        if (System.getenv("CI") == null) {
            REGISTRY.closeUnneeded();
        } else {
            REGISTRY.closeAll();
        }
    }

    private static ServerSource source(ServerKind kind) {
        return switch (kind) {
            case EXTERNAL -> new ExternalSource();
            case EMBEDDED -> new EmbeddedSource();
            case NATIVE -> new NativeSource();
            case DOCKER -> new DockerSource();
        };
    }
}
