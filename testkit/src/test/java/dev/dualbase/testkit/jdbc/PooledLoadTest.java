// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.LocalPgBouncer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many threads of one backend on few sessions of the server. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PooledLoadTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final int THREADS = 20;
    private static final int SESSIONS = 4;
    private static final Duration LOAD = Duration.ofSeconds(1);

    @Test
    void each_thread_finds_what_it_wrote() throws Exception {
        try (PgBouncerServer pooler = LocalPgBouncer.before(DATABASE.database(), PoolMode.TRANSACTION, SESSIONS)) {
            JdbcBackend backend = DATABASE.open(settings -> settings.url(pooler.jdbcUrl())
                    .pooling(ServerPooling.TRANSACTION)
                    .maxConnections(THREADS));
            long written = 0;
            for (Future<Integer> one : load(notes(backend))) {
                written += one.get();
            }
            assertThat(written).isGreaterThan(THREADS);
            assertThat(DATABASE.stored()).isEqualTo(written);
            assertThat(DATABASE.sessions("true")).isBetween(2L, (long) SESSIONS);
            backend.close();
        }
    }

    private List<Future<Integer>> load(BaseRepository<NoteRecord> notes) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long end = System.nanoTime() + LOAD.toNanos();
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            long first = i * 1_000_000L;
            done.add(threads.submit(() -> work(notes, first, end)));
        }
        threads.shutdown();
        return done;
    }

    /** Writes and reads in turns, every third time in a transaction. */
    private static int work(BaseRepository<NoteRecord> notes, long first, long end) {
        int written = 0;
        while (System.nanoTime() - end < 0) {
            long id = first + written;
            if (written % 3 == 0) {
                notes.useTransaction(() -> writeAndRead(notes, id));
            } else {
                writeAndRead(notes, id);
            }
            written++;
        }
        return written;
    }

    private static void writeAndRead(BaseRepository<NoteRecord> notes, long id) {
        notes.insert(note(id, "n" + id));
        Filter own = Filters.eq(NOTE.ID, id);
        assertThat(notes.findOne(own))
                .hasValueSatisfying(found -> assertThat(found.get(NOTE.NAME)).isEqualTo("n" + id));
    }
}
