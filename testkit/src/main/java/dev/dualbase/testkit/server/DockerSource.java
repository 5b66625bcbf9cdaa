// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.ServerRefusedException;
import dev.dualbase.testkit.internal.Setting;

/** PostgreSQL in a container. The host's tests bring Testcontainers; without it this source refuses. */
final class DockerSource implements ServerSource {
    private static final String IMAGE = "postgres:18";

    @Override
    public Endpoint start() throws ServerRefusedException {
        try {
            return ContainerServer.start(Setting.IMAGE.value().orElse(IMAGE));
        } catch (NoClassDefFoundError absent) {
            throw new ServerRefusedException("Testcontainers is not on the class path");
        }
    }
}
