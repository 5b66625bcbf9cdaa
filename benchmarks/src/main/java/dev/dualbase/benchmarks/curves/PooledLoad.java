// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.curves;

import dev.dualbase.benchmarks.data.Changes;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientRecords;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.data.SalonFill;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.repositories.ClientRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.PhoneNumber;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** Many threads, each with a connection of its own to a PgBouncer in transaction mode, which has few to the server. */
final class PooledLoad {

    /** How many connections to the server there are. */
    static final int CONNECTIONS = 20;

    private static final CompanyId SALON = CompanyId.of(Salons.MAIN);
    private static final int CLIENTS = 16_000;
    private static final int WRITES_PERCENT = 10;
    private static final int TRANSACTIONS_PERCENT = 10;

    private final JdbcBackend backend;
    private final ClientRepository clients;
    private final Changes changes = new Changes(Salons.MAIN, SalonFill.SEED);

    private PooledLoad(JdbcBackend backend) {
        this.backend = backend;
        this.clients = new ClientRepository(backend);
    }

    /**
     * What came out.
     *
     * @param clients how many threads there were
     * @param seconds how long
     * @param calls how many calls succeeded
     * @param failures how many failed, by exception
     * @param median the middle of the times of calls, in milliseconds
     * @param slow the time that one of a hundred calls exceeded, in milliseconds
     */
    record Outcome(int clients, long seconds, int calls, Map<String, Integer> failures, double median, double slow) {}

    /** Lets that many threads read, write and do transactions for a time. */
    static Outcome run(String pooler, Database database, int threads, Duration time) throws InterruptedException {
        try (JdbcBackend backend = JdbcBackend.builder("pooled")
                .url(pooler)
                .credentials(database.user(), database.password())
                .pooling(ServerPooling.TRANSACTION)
                .maxConnections(threads)
                .build()) {
            Crowd crowd = Crowd.run(threads, time, new PooledLoad(backend)::call);
            double[] times = crowd.sorted();
            return new Outcome(
                    threads,
                    time.toSeconds(),
                    times.length,
                    crowd.failures(),
                    milliseconds(times, 0.5),
                    milliseconds(times, 0.99));
        }
    }

    private static double milliseconds(double[] times, double share) {
        return times.length == 0 ? Double.NaN : times[(int) (share * (times.length - 1))] / 1_000;
    }

    /** A lookup, an upsert, or a transaction of both; rows are few, so that writers of one row meet at times. */
    private void call(Random random) {
        int kind = random.nextInt(100);
        int number = 1 + random.nextInt(CLIENTS);
        if (kind < WRITES_PERCENT) {
            write(number);
        } else if (kind < WRITES_PERCENT + TRANSACTIONS_PERCENT) {
            boolean done = backend.inTransaction(TransactionOptions.defaults(), () -> {
                write(number);
                read(number);
                return true;
            });
            assert done;
        } else {
            read(number);
        }
    }

    private void write(int number) {
        ClientChange change = changes.numbered(number);
        clients.upsert(SALON, ClientRecords.of(change));
    }

    private void read(int number) {
        if (clients.findByPhone(SALON, new PhoneNumber(Changes.phone(number))).isEmpty()) {
            throw new IllegalStateException("A client is missing");
        }
    }
}
