// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.dualbase;

import dev.dualbase.benchmarks.contender.BulkUpsert;
import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.contender.ClientStream;
import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.contender.ContextReads;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.supabase.SupabaseBackends;
import java.time.ZoneId;

/** Our repositories, over JDBC or over REST. */
public final class DualbaseContender implements Contender {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

    private final Backend backend;
    private final ClientRepository clients;

    private DualbaseContender(Backend backend) {
        this.backend = backend;
        this.clients = new ClientRepository(backend);
    }

    /** Opens them over JDBC. */
    public static DualbaseContender overJdbc(Database database) {
        return new DualbaseContender(JdbcBackend.builder("benchmarks")
                .url(database.url())
                .credentials(database.user(), database.password())
                .maxConnections(Database.POOL_SIZE)
                .build());
    }

    /** Opens them over REST. */
    public static DualbaseContender overRest(Database database) {
        return new DualbaseContender(SupabaseBackends.rest(database.restUrl(), database.restKey()));
    }

    @Override
    public ClientReads reads() {
        return new DualbaseReads(clients);
    }

    @Override
    public ContextReads context() {
        return new DualbaseContext(SalonRepositories.open(backend, SalonClock.in(ZONE)));
    }

    @Override
    public ClientWrites<?> writes() {
        return new DualbaseWrites(backend, clients);
    }

    @Override
    public BulkUpsert<?> bulk() {
        return new DualbaseBulk(clients);
    }

    @Override
    public ClientStream stream() {
        return new DualbaseStream(clients);
    }

    @Override
    public void close() {
        backend.close();
    }
}
