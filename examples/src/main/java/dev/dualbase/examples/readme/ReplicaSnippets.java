// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import static dev.dualbase.core.filter.Filters.gte;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Isolation;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.testkit.server.OwnServer;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.timeweb.TimewebBackends;

/** The Java of the page on replicas, word for word: a test compares the two. */
final class ReplicaSnippets {

    private ReplicaSnippets() {}

    static JdbcBackend open(String password) {
        JdbcBackend backend = TimewebBackends.builder()
                .host("one.example.com,other.example.com")
                .replica("other.example.com")
                .database("salon")
                .user("bot")
                .password(password)
                .rootCertificate("/etc/ssl/timeweb.crt")
                .build();
        return backend;
    }

    static long ask(JdbcBackend backend) {
        long regulars = new BaseRepository<>(backend, CLIENTS)
                .preferring(ReadPreference.REPLICA)
                .count(gte(CLIENTS.VISIT_COUNT, 5));
        return regulars;
    }

    static SalonRepositories follow(JdbcBackend backend, SalonClock clock) {
        Backend following = Backend.preferring(backend, ReadPreference.REPLICA_AFTER_OWN_WRITES);
        SalonRepositories reports = SalonRepositories.open(following, clock);
        return reports;
    }

    static TransactionOptions snapshot() {
        TransactionOptions snapshot = TransactionOptions.defaults()
                .withIsolation(Isolation.REPEATABLE_READ)
                .asReadOnly(ReadPreference.REPLICA);
        return snapshot;
    }

    static void hurt() {
        try (OwnServer primary = OwnServer.start(ServerKind.EMBEDDED);
                OwnServer standby = primary.standby()) {
            standby.pauseReplay();
            primary.execute("CREATE TABLE not_there_yet (id int)");
            standby.resumeReplay();
            standby.awaitReplayOf(primary);
            primary.kill();
            standby.promote();
        }
    }
}
