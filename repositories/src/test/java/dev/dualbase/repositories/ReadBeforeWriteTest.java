// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.flag.Side.SUPABASE;
import static dev.dualbase.repositories.flag.Side.TIMEWEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.repositories.flag.BackendSwitch;
import dev.dualbase.repositories.flag.BackendSwitchBuilder;
import dev.dualbase.repositories.flag.Side;
import dev.dualbase.repositories.whatsapp.KeyChange;
import dev.dualbase.repositories.whatsapp.KeyType;
import java.nio.file.Path;
import java.util.List;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads go to a side whose triggers make other values of some columns, and writes that rely on a read do not mind. */
class ReadBeforeWriteTest {

    private static final String READS_ELSEWHERE = "ENABLE_DUAL_WRITE=true\nTIMEWEB_READS=true\n";

    @TempDir
    private Path directory;

    private SwitchSides sides;
    private BackendSwitch backends;
    private SalonRepositories salon;

    @BeforeEach
    void start() {
        sides = new SwitchSides(directory, READS_ELSEWHERE);
        BackendSwitchBuilder builder = sides.plainBuilder();
        for (Side side : Side.values()) {
            builder.side(side, sides.jdbc(side).build());
        }
        backends = builder.open();
        salon = SalonRepositories.open(backends.backend(), TestSalon.CLOCK);
    }

    @AfterEach
    void close() {
        backends.close();
        sides.close();
    }

    private void append(String text) {
        salon.dialogContexts()
                .appendMessage(
                        SALON,
                        "79000000001",
                        DialogMessage.fromUser(text, TestSalon.CLOCK.utc().instant()));
    }

    private void awaitCarriedOver() {
        sides.until("all is carried over", () -> sides.notes(SUPABASE) == 0);
    }

    @Test
    void messages_are_appended_while_reads_go_to_a_side_with_another_time_of_update() {
        append("first");
        awaitCarriedOver();
        append("second");
        append("third");
        awaitCarriedOver();
        assertThat(salon.dialogContexts().findMessages(SALON, "79000000001")).hasSize(3);
        assertThat(sides.on(TIMEWEB).fetchValue("select message_count from dialog_contexts"))
                .isEqualTo(3);
    }

    @Test
    void keys_of_a_session_are_those_that_were_written_last_also_while_the_other_side_is_behind() {
        sides.lines.get(TIMEWEB).stall();
        JSONB key = JSONB.valueOf("{\"k\": 1}");
        salon.whatsAppSessions().setKeys(SALON, List.of(KeyChange.set(KeyType.SESSION, "1", key)));
        salon.whatsAppSessions().saveCredentials(SALON, key);
        assertThat(salon.whatsAppSessions().getKeys(SALON, KeyType.SESSION, List.of("1")))
                .containsEntry("1", key);
        assertThat(salon.whatsAppSessions().loadCredentials(SALON)).contains(key);
        sides.lines.get(TIMEWEB).pass();
    }

    @Test
    void no_key_is_read_from_the_other_side_while_its_own_is_out() {
        sides.change(backends, "ENABLE_DUAL_WRITE=true\nREAD_FALLBACK=true\n", flags -> flags.readFallback());
        salon.whatsAppSessions().saveCredentials(SALON, JSONB.valueOf("{}"));
        awaitCarriedOver();
        sides.lines.get(SUPABASE).refuse();
        assertThatThrownBy(() -> salon.whatsAppSessions().loadCredentials(SALON))
                .isInstanceOf(ConnectionFailureException.class);
        sides.lines.get(SUPABASE).pass();
    }
}
