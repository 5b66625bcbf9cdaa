// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.action;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.schema.ActionsRecord;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SalonTest
class ActionRepositoryTest {

    private static final Limit TEN = Limit.of(10);

    private final ActionRepository actions;

    ActionRepositoryTest(Backend backend) {
        this.actions = new ActionRepository(backend, CLOCK);
    }

    @Test
    void anActionWaitsUnlessItSaysOtherwise() {
        ActionsRecord done = action("call");
        done.setStatus(ActionRepository.EXECUTED);
        actions.add(SALON, done);
        ActionsRecord added = actions.add(SALON, action("remind"));
        assertThat(types(actions.findPending(SALON, TEN))).containsExactly("remind");
        assertThat(actions.findById(SALON, added.getId())).isPresent();
    }

    @Test
    void thoseThatWaitComeOldestFirst() {
        actions.add(SALON, at(action("second"), "2025-12-01T11:00"));
        actions.add(SALON, at(action("first"), "2025-12-01T10:00"));
        assertThat(types(actions.findPending(SALON, TEN))).containsExactly("first", "second");
        assertThat(types(actions.findPending(SALON, Limit.of(1)))).containsExactly("first");
    }

    @Test
    void theActionsOfAClientComeLatestFirst() {
        actions.add(SALON, at(action("first"), "2025-12-01T10:00"));
        actions.add(SALON, at(action("second"), "2025-12-01T11:00"));
        assertThat(types(actions.findByPhone(SALON, PHONE, TEN))).containsExactly("second", "first");
    }

    @Test
    void anActionIsClosedOnceAndSaysWhenInUtc() {
        UUID id = actions.add(SALON, action("remind")).getId();
        assertThat(actions.markExecuted(SALON, id)).isTrue();
        assertThat(actions.markExecuted(SALON, id)).isFalse();
        assertThat(actions.markFailed(SALON, id)).isFalse();
        ActionsRecord closed = actions.findById(SALON, id).orElseThrow();
        assertThat(closed.getStatus()).isEqualTo(ActionRepository.EXECUTED);
        assertThat(closed.getExecutedAt()).isEqualTo(LocalDateTime.parse("2025-12-01T21:30:00"));
    }

    @Test
    void anActionThatFailedIsNotExecuted() {
        UUID id = actions.add(SALON, action("remind")).getId();
        assertThat(actions.markFailed(SALON, id)).isTrue();
        assertThat(actions.markExecuted(SALON, id)).isFalse();
        assertThat(actions.findById(SALON, id).orElseThrow().getExecutedAt()).isNull();
    }

    @Test
    void ofManyCallersAtOnceExactlyOneClosesAnAction() {
        UUID id = actions.add(SALON, action("remind")).getId();
        List<Boolean> answers = IntStream.range(0, 16)
                .parallel()
                .mapToObj(caller -> actions.markExecuted(SALON, id))
                .toList();
        assertThat(answers).containsOnlyOnce(true);
    }

    private static ActionsRecord at(ActionsRecord row, String created) {
        row.setCreatedAt(LocalDateTime.parse(created));
        return row;
    }

    private static List<String> types(List<ActionsRecord> rows) {
        return rows.stream().map(ActionsRecord::getActionType).toList();
    }
}
