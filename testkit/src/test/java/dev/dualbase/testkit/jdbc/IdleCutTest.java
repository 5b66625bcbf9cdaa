// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.FaultDatabase.notes;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.PoolStats;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.internal.Await;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server that ends sessions which do nothing. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IdleCutTest {
    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private final List<CallEvent> events = new CopyOnWriteArrayList<>();
    private final JdbcBackend backend = DATABASE.open(settings -> settings.maxConnections(3));
    private final BaseRepository<NoteRecord> notes = notes(ObservedBackend.observe(backend, events::add));

    @Test
    void scenario_24_a_call_after_the_server_cut_idle_sessions_succeeds_on_a_fresh_connection() {
        String limit = "alter database " + DATABASE.value(String.class, "select quote_ident(current_database())");
        DATABASE.execute(limit + " set idle_session_timeout = '1s'");
        try {
            notes.insert(note(1, "a"));
            assertThat(backend.poolStats().idle()).isEqualTo(1);
            Await.until("the server has ended the session", () -> DATABASE.sessions("true") == 0);
            assertThat(notes.count(Filters.everyRow())).isEqualTo(1);
            assertThat(events).hasSize(2).allSatisfy(event -> {
                assertThat(event.failure()).isEmpty();
                assertThat(event.connecting()).isPositive();
            });
            assertThat(backend.poolStats()).extracting(PoolStats::active).isEqualTo(0);
        } finally {
            DATABASE.execute(limit + " reset idle_session_timeout");
        }
    }
}
