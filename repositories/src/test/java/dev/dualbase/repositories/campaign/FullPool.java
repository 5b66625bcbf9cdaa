// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.campaign;

import static dev.dualbase.repositories.schema.Tables.COMPANIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.repository.BaseRepository;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;

/** Takes every connection of a pool at once, and looks whether the calls before have left anything on it. */
final class FullPool {

    /** The driver itself sets the first two in each session. */
    private static final Filter CLEAN =
            Filters.sql(DSL.condition("""
            not exists (select from pg_settings where source = 'session' and name not in ('application_name',
                'extra_float_digits', 'transaction_isolation', 'transaction_read_only', 'transaction_deferrable'))
            and current_setting('transaction_isolation') = 'read committed'
            and current_setting('transaction_read_only') = 'off'
            and current_setting('statement_timeout') = '%ds'
            and not exists (select from pg_locks where pid = pg_backend_pid() and locktype = 'advisory')
            and not exists (select from pg_class where relnamespace = pg_my_temp_schema())
            and not exists (select from pg_cursors where is_holdable)
            and not exists (select from pg_listening_channels())
            and pg_current_xact_id_if_assigned() is null
            """.formatted(CampaignSite.STATEMENT_TIMEOUT.toSeconds())));

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcBackend backend;
    private final CountDownLatch missing;
    private final LongAdder failures = new LongAdder();
    private final long begin = System.nanoTime();

    private FullPool(JdbcBackend backend) {
        this.backend = backend;
        this.missing = new CountDownLatch(backend.poolStats().maximum());
    }

    /** Waits until it is full, and returns how long that took. A connection that broke may fail one call, to be found out. */
    static Duration of(JdbcBackend backend) {
        return new FullPool(backend).take();
    }

    private Duration take() {
        List<CompletableFuture<Void>> threads = IntStream.range(0, (int) missing.getCount())
                .mapToObj(i -> CompletableFuture.runAsync(this::hold, task -> new Thread(task).start()))
                .toList();
        threads.forEach(CompletableFuture::join);
        Duration took = spent();
        assertThat(failures.sum())
                .as("calls that found a broken connection")
                .isLessThanOrEqualTo(backend.poolStats().maximum());
        return took;
    }

    private Duration spent() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void hold() {
        while (!held()) {
            failures.increment();
            assertThat(spent()).as("time without a connection").isLessThan(PATIENCE);
        }
    }

    private boolean held() {
        BaseRepository<?> salons = new BaseRepository<>(backend, COMPANIES);
        try {
            salons.useTransaction(() -> {
                assertThat(salons.exists(CLEAN))
                        .as("the connection is as it was opened")
                        .isTrue();
                missing.countDown();
                assertThat(missing.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("all connections at once")
                        .isTrue();
            });
            return true;
        } catch (ConnectionFailureException broken) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
