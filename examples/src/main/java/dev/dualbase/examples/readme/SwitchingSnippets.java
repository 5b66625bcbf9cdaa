// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.readme;

import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.mirror.DualWriteStats;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.shadow.ShadowReadStats;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.Side;
import dev.dualbase.timeweb.TimewebSettings;
import java.nio.file.Path;
import java.util.List;
import org.jooq.Table;

/** The Java of the guide's page on changing backends, word for word: a test compares the two. */
final class SwitchingSnippets {

    private SwitchingSnippets() {}

    static List<Object> setUp(
            JdbcBackend supabase,
            JdbcBackend timeweb,
            JdbcBackend supabaseForDualWrite,
            JdbcBackend timewebForDualWrite,
            SalonClock clock) {
        FlagSource flags = FlagSource.firstOf(FlagSource.file(Path.of("/etc/salon/flags")), FlagSource.environment());
        BackendSwitch backends = BackendSwitch.builder(flags)
                .side(Side.SUPABASE, supabase)
                .side(Side.TIMEWEB, timeweb)
                .replayingThrough(Side.SUPABASE, supabaseForDualWrite)
                .replayingThrough(Side.TIMEWEB, timewebForDualWrite)
                .open();
        SalonRepositories salon = SalonRepositories.open(backends.backend(), clock);
        return List.of(backends, salon);
    }

    static JdbcBackend atRest(TimewebSettings settings) {
        JdbcBackend timewebForDualWrite = JdbcBackend.builder("timeweb-dual-write")
                .url(settings.jdbcUrl())
                .credentials(settings.user(), settings.password())
                .maxConnections(3)
                .driverProperty("options", "-c session_replication_role=replica")
                .build();
        return timewebForDualWrite;
    }

    static List<Object> watch(BackendSwitch backends) {
        ShadowReadStats reads =
                backends.shadowReads(Side.SUPABASE).orElseThrow().stats();
        DualWriteStats writes = backends.dualWrite(Side.SUPABASE).orElseThrow().stats();
        return List.of(reads, writes);
    }

    static void reconcile(BackendSwitch backends) {
        for (Table<?> table : SalonRepositories.TABLES) {
            for (Reconciliation found : backends.reconcile(table, ReconcileOptions.repairing())) {
                System.out.println(found);
            }
        }
    }
}
