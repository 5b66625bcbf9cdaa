// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.backend.Health;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.ServerRole;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.supabase.rest.Request.Verb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks a server how it is. */
final class HealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RestClient client;

    HealthCheck(RestClient client) {
        this.client = client;
    }

    /** By a question that the database must answer. */
    Health ask() {
        long begin = System.nanoTime();
        Request question = new Request(Verb.GET, "/", new QueryString(), List.of(), null, null, null, PATIENCE);
        try {
            Answer answer = client.sendOnce(question);
            ServerVersion version = ServerProbe.versionOf(answer).orElseThrow(() -> RestErrors.notPostgrest(answer));
            ServerInfo server = new ServerInfo(version.text(), ServerRole.UNKNOWN, answer.tls());
            return Health.answered(since(begin), server, Optional.empty());
        } catch (StorageException failure) {
            return Health.failed(since(begin), failure, Optional.empty());
        }
    }

    private static Duration since(long beginNanos) {
        return Duration.ofNanos(System.nanoTime() - beginNanos);
    }
}
