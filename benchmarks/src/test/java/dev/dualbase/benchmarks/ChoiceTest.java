// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dualbase.benchmarks.registry.Contenders;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void nothing_said_is_everything() {
        Choice choice = Choice.of(List.of());

        assertThat(choice.effort()).isEqualTo(Effort.FULL);
        assertThat(choice.has("e 1000")).isTrue();
        assertThat(choice.among(Contenders.JDBC)).isEqualTo(Contenders.JDBC);
        assertThat(choice.publish()).isFalse();
    }

    @Test
    void letters_choose_workloads() {
        Choice choice = Choice.of(List.of("quick", "a", "e"));

        assertThat(choice.effort().name()).isEqualTo("quick");
        assertThat(choice.has("e 1000")).isTrue();
        assertThat(choice.has("b")).isFalse();
    }

    @Test
    void contenders_are_chosen_by_how_their_names_begin() {
        Choice choice = Choice.of(List.of("--contenders", "floor,jooq", "--publish"));

        assertThat(choice.among(Contenders.BULK)).containsExactly("pgjdbc", "jooq", "jooq-batch");
        assertThat(choice.among(Contenders.REST)).containsExactly("http-client");
        assertThat(choice.publish()).isTrue();
    }

    @Test
    void what_is_not_known_is_refused_with_what_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Choice.of(List.of("x")))
                .withMessageContaining("--contenders");
    }
}
