// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.ServerRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A container of Testcontainers. Loading this class needs its library. */
final class ContainerServer {
    private static final String USER = "postgres";

    private ContainerServer() {}

    /**
     * Starts one. It ends with the JVM, and with Testcontainers' own watcher where the JVM is killed.
     *
     * @param image the official image, or one that understands the same variables and arguments
     */
    static Endpoint start(String image) throws ServerRefusedException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new ServerRefusedException("Docker does not answer");
        }
        try {
            return started(container(image));
        } catch (RuntimeException e) {
            throw new ServerRefusedException("a container of " + image + " does not start", e);
        }
    }

    private static PostgreSQLContainer container(String image) {
        return new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                .withUsername(USER)
                .withPassword(UUID.randomUUID().toString())
                .withDatabaseName("postgres")
                .withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8")
                .withCommand(command());
    }

    private static Endpoint started(PostgreSQLContainer container) {
        container.start();
        return new Endpoint(DatabaseUrl.parse(container.getJdbcUrl()), USER, container.getPassword(), container::stop);
    }

    private static String[] command() {
        List<String> command = new ArrayList<>(List.of("postgres"));
        for (Map.Entry<String, String> setting : ServerSettings.TESTS.entrySet()) {
            command.add("-c");
            command.add(setting.getKey() + "=" + setting.getValue());
        }
        return command.toArray(String[]::new);
    }
}
