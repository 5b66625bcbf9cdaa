// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.repositories.SalonCalls;
import dev.dualbase.repositories.id.CompanyId;
import java.time.Duration;
import java.util.Optional;

/**
 * A {@link Task} that was tried in a salon where nobody else does anything.
 *
 * @param answer what it returned, without the number of the salon; empty if it failed
 * @param failure how it failed
 * @param took how long it took
 */
record Attempt(
        Task task,
        Expected expected,
        CompanyId salon,
        Optional<String> answer,
        Optional<StorageException> failure,
        Duration took) {

    static Attempt of(Task task, Expected expected, CompanyId salon, Backend backend) {
        long begin = System.nanoTime();
        Optional<String> answer = Optional.empty();
        Optional<StorageException> failure = Optional.empty();
        try {
            answer = Optional.of(Salons.anonymous(salon, task.run(backend, salon)));
        } catch (StorageException failed) {
            failure = Optional.of(failed);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new Attempt(task, expected, salon, answer, failure, took);
    }

    /**
     * What was acknowledged is there, as a whole. What failed is not, or as a whole where nobody knows.
     *
     * @param found the rows of the salon, now that nothing is under way
     */
    void check(Trouble trouble, String found) {
        if (failure.isEmpty()) {
            assertThat(found).as("rows after success of %s", task).isEqualTo(expected.after());
            if (!task.crossesSalons()) {
                assertThat(answer).as("answer of %s", task).contains(expected.answer());
            }
            return;
        }
        StorageException failed = failure.get();
        assertThat(SalonCalls.personalData().in(failed))
                .as("data in the failure of %s", task)
                .isEmpty();
        assertThat(trouble.causes(failed, expected.writes()))
                .as("%s may lead to %s of %s", trouble, failed, task)
                .isTrue();
        if (failed instanceof OutcomeUnknownException) {
            assertThat(found)
                    .as("rows after unknown outcome of %s: %s", task, failed)
                    .isIn(expected.before(), expected.after());
        } else {
            assertThat(found).as("rows after failure of %s: %s", task, failed).isEqualTo(expected.before());
        }
    }
}
