// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.schema.CompanySyncStatusRecord;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

@SalonTest
class CompanySyncStatusRepositoryTest {

    private final CompanySyncStatusRepository runs;

    CompanySyncStatusRepositoryTest(Backend backend) {
        this.runs = new CompanySyncStatusRepository(backend, CLOCK);
    }

    @Test
    void aRunSaysWhenItEndedInUtcAndWhatItRead() {
        CompanySyncStatusRecord run = runs.recordSuccess(SALON, new SyncCounts(1_304, 63, 12, 45));
        assertThat(run.getLastSyncAt()).isEqualTo(LocalDateTime.parse("2025-12-01T21:30:00"));
        assertThat(run.getClientsSynced()).isEqualTo(1_304);
        assertThat(run.getBookingsSynced()).isEqualTo(45);
    }

    @Test
    void theLatestRunIsNotAlwaysTheLatestSuccess() {
        Long succeeded = runs.recordSuccess(SALON, counts(1)).getId();
        Long failed = runs.recordFailure(SALON, counts(2), "timeout").getId();
        assertThat(runs.findLatest(SALON)).map(CompanySyncStatusRecord::getId).hasValue(failed);
        assertThat(runs.findLatestSuccess(SALON))
                .map(CompanySyncStatusRecord::getId)
                .hasValue(succeeded);
    }

    @Test
    void theHistoryBeginsWithTheLatest() {
        for (int run = 1; run <= 3; run++) {
            runs.recordSuccess(SALON, counts(run));
        }
        assertThat(runs.findRecent(SALON, Limit.of(2)))
                .extracting(CompanySyncStatusRecord::getClientsSynced)
                .containsExactly(3, 2);
    }

    @Test
    void aSalonThatNeverRanHasNoHistory() {
        assertThat(runs.findLatest(SALON)).isEmpty();
    }

    private static SyncCounts counts(int clients) {
        return new SyncCounts(clients, 0, 0, 0);
    }
}
