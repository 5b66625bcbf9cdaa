// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.QueryTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Flags that change while they are watched. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlagWatchTest {
    private static final List<String> NAMES = List.of("ON", "SHARE");

    private volatile Map<String, String> flags = Map.of("ON", "true");
    private final FlagWatch<State> watch = FlagWatch.start(this::read, NAMES, FlagWatchTest::meaning);

    private record State(boolean on, int share) {}

    private Map<String, String> read(Object names) {
        if (flags.containsKey("broken")) {
            throw new IllegalStateException("no answer");
        }
        return flags;
    }

    private static State meaning(FlagReader reader) {
        State state = new State(reader.isOn("ON", false), reader.percent("SHARE"));
        if (!state.on() && state.share() > 0) {
            reader.refuse("SHARE needs ON=true");
        }
        return state;
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void all_problems_at_the_start_are_one_message() {
        FlagSource source = FlagSource.fixed(Map.of("ON", "yes", "SHARE", "101"));
        assertThatThrownBy(() -> FlagWatch.start(source, NAMES, FlagWatchTest::meaning))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("ON is neither true nor false; SHARE is not a whole number from 0 to 100");
    }

    @Test
    void a_change_is_noticed_within_a_second_and_logged_once() {
        List<State> told = new CopyOnWriteArrayList<>();
        try (Logged log = new Logged()) {
            watch.follow(told::add);
            flags = Map.of("ON", "true", "SHARE", "10");
            assertThat(Await.until("it is taken", () -> watch.current().share() == 10))
                    .isLessThan(Duration.ofSeconds(1));
            watch.refresh();
            assertThat(told).containsExactly(new State(true, 0), new State(true, 10));
            assertThat(log.lines()).hasSize(1).first().asString().endsWith("flags changed: SHARE=10 (was not set)");
        }
    }

    @Test
    void a_contradiction_is_not_taken_and_logged_once() {
        try (Logged log = new Logged()) {
            flags = Map.of("ON", "false", "SHARE", "10");
            watch.refresh();
            watch.refresh();
            assertThat(watch.current()).isEqualTo(new State(true, 0));
            assertThat(log.lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("ERROR", "the last good ones stay", "SHARE needs ON=true");
            flags = Map.of("ON", "false");
            watch.refresh();
            assertThat(watch.current()).isEqualTo(new State(false, 0));
        }
    }

    @Test
    void a_source_that_fails_leaves_the_last_good_flags_and_is_logged_once() {
        try (Logged log = new Logged()) {
            flags = Map.of("broken", "");
            watch.refresh();
            watch.refresh();
            assertThat(watch.current()).isEqualTo(new State(true, 0));
            assertThat(log.lines()).hasSize(1).first().asString().contains("cannot be read");
            flags = Map.of("ON", "false");
            Await.until("it answers again", () -> !watch.current().on());
        }
    }

    @Test
    void hidden_values_are_not_logged() {
        FlagSource source = names -> flags;
        try (FlagWatch<State> hiding = FlagWatch.start(source, NAMES, Set.of("SHARE"), FlagWatchTest::meaning);
                Logged log = new Logged()) {
            watch.close();
            flags = Map.of("ON", "true", "SHARE", "77");
            Await.until("it is taken", () -> hiding.current().share() == 77);
            assertThat(log.lines()).hasSize(1).first().asString().endsWith("flags changed: SHARE (not shown)");
        }
    }

    @Test
    void whatever_is_thrown_it_goes_on() {
        watch.follow(state -> {
            if (state.share() == 13) {
                throw new AssertionError("of a host");
            }
        });
        flags = Map.of("ON", "true", "SHARE", "13");
        watch.refresh();
        assertThat(watch.current().share()).isZero();
        flags = Map.of("ON", "true", "SHARE", "14");
        Await.until("it is taken", () -> watch.current().share() == 14);
    }

    @Test
    void a_change_that_cannot_be_carried_out_yet_is_tried_again() {
        List<State> told = new CopyOnWriteArrayList<>();
        watch.follow(state -> {
            told.add(state);
            if (told.size() == 2) {
                throw new QueryTimeoutException("busy");
            }
        });
        flags = Map.of("ON", "false");
        watch.refresh();
        assertThat(watch.current().on()).isTrue();
        Await.until("it is taken", () -> !watch.current().on());
        assertThat(told).hasSize(3);
    }
}
