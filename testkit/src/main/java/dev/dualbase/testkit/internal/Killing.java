// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** SIGKILL for a server and its processes. */
final class Killing {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Killing() {}

    /** The server itself goes first: it would clean up after the others. */
    static void of(ProcessHandle server) throws IOException {
        List<ProcessHandle> all = new ArrayList<>(List.of(server));
        all.addAll(server.descendants().toList());
        all.forEach(ProcessHandle::destroyForcibly);
        if (!Poll.until(PATIENCE, () -> all.stream().noneMatch(Killing::runs))) {
            throw new IOException("its processes are not gone");
        }
    }

    /** One that has ended, but whose parent has not asked for it yet, has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
