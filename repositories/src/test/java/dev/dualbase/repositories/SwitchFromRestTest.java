// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.SwitchSides.named;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.repositories.flag.BackendFlags;
import dev.dualbase.repositories.flag.BackendSwitch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supabase over REST: compared with the other side, and kept equal to it, but not the other way round. */
class SwitchFromRestTest {

    @TempDir
    private Path directory;

    @Test
    void reads_are_compared_and_after_the_flip_rest_is_kept_equal() {
        try (SwitchSides sides = new SwitchSides(directory, "SHADOW_READ_PERCENT=100\n");
                BackendSwitch backends = sides.plainBuilder()
                        .side(SUPABASE, BackendOfRun.rest(sides.databases.get(SUPABASE)))
                        .side(TIMEWEB, sides.jdbc(TIMEWEB).build())
                        .shadowReads(options -> options.tellingTo(any -> {}))
                        .open()) {
            SalonRepositories salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
            salon.clients().upsert(SALON, named(1, "only here"));
            assertThat(SwitchSides.count(backends.backend(), SALON)).isEqualTo(1);
            sides.until(
                    "the difference is seen",
                    () -> backends.shadowReads(SUPABASE).orElseThrow().stats().differed() == 1);
            sides.write("ENABLE_DUAL_WRITE=true\n");
            sides.until("it is refused", () -> sides.logged().contains("with writes going to supabase cannot be"));
            sides.change(backends, "TIMEWEB_IS_PRIMARY=true\n", flags -> flags.primary() == TIMEWEB);
            sides.change(backends, "TIMEWEB_IS_PRIMARY=true\nENABLE_DUAL_WRITE=true\n", BackendFlags::dualWrite);
            salon.clients().upsert(SALON, named(2, "carried over REST"));
            sides.until("it is there", () -> sides.name(SUPABASE, 2).equals("carried over REST"));
            sides.change(backends, "", flags -> flags.primary() == SUPABASE);
            assertThat(sides.logged()).containsOnlyOnce("the sequences of supabase were not moved past the ids");
        }
    }
}
