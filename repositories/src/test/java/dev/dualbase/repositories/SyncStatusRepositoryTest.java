// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.repositories.schema.SyncStatusRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

@SalonTest
class SyncStatusRepositoryTest {

    private static final Duration TOOK = Duration.ofMillis(1_390);

    private final SyncStatusRepository states;

    SyncStatusRepositoryTest(Backend backend) {
        this.states = new SyncStatusRepository(backend, CLOCK);
    }

    @Test
    void aTableThatWasNeverSynchronisedHasNoState() {
        assertThat(states.find(SALON, "clients")).isEmpty();
    }

    @Test
    void aSuccessSaysWhenHowManyAndHowLong() {
        SyncStatusRecord state = states.recordSuccess(SALON, "clients", 1_304, TOOK);
        assertThat(state.getSyncStatus()).isEqualTo(SyncStatusRepository.COMPLETED);
        assertThat(state.getLastSyncAt().toInstant()).isEqualTo(Instant.parse("2025-12-01T21:30:00Z"));
        assertThat(state.getRecordsProcessed()).isEqualTo(1_304);
        assertThat(state.getSyncDurationMs()).isEqualTo(1_390);
    }

    @Test
    void aFailureKeepsWhenTheLastOneSucceeded() {
        OffsetDateTime succeeded =
                states.recordSuccess(SALON, "clients", 1_304, TOOK).getLastSyncAt();
        states.recordStart(SALON, "clients");
        states.recordFailure(SALON, "clients", "timeout", TOOK);
        SyncStatusRecord state = states.find(SALON, "clients").orElseThrow();
        assertThat(state.getSyncStatus()).isEqualTo(SyncStatusRepository.FAILED);
        assertThat(state.getErrorMessage()).isEqualTo("timeout");
        assertThat(state.getLastSyncAt()).isEqualTo(succeeded);
        assertThat(state.getRecordsProcessed()).isEqualTo(1_304);
    }

    @Test
    void aSuccessClearsTheErrorBefore() {
        states.recordFailure(SALON, "clients", "timeout", TOOK);
        assertThat(states.recordSuccess(SALON, "clients", 1, TOOK).getErrorMessage())
                .isNull();
    }

    @Test
    void eachTableHasOneStateByName() {
        states.recordSuccess(SALON, "staff", 12, TOOK);
        states.recordSuccess(SALON, "clients", 1, TOOK);
        states.recordSuccess(SALON, "clients", 2, TOOK);
        assertThat(states.findAll(SALON))
                .extracting(SyncStatusRecord::getTableName)
                .containsExactly("clients", "staff");
    }
}
