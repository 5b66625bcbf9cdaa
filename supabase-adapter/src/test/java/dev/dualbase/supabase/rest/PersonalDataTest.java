// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static dev.dualbase.supabase.rest.ThingTable.CLOSED;
import static dev.dualbase.supabase.rest.ThingTable.MISSING;
import static dev.dualbase.supabase.rest.ThingTable.THING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.error.CheckViolationException;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.core.error.OutcomeUnknownException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.error.ServerErrorException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.observation.micrometer.DualbaseMetrics;
import dev.dualbase.core.observation.sentry.SentryObservation;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.retry.RetryPolicy;
import dev.dualbase.supabase.SupabaseFunctions;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.privacy.MarkedRow;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Over REST the values of filters are in addresses, and those of rows in bodies and answers: none gets out of there. */
@SuppressWarnings("CheckReturnValue") // what calls throw and log matters, not what they answer
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PersonalDataTest {
    @RegisterExtension
    static final ThingDatabase DATABASE = new ThingDatabase();

    private static final String MARK = PersonalDataGuard.mark();
    private static final MarkedRow<Record> ROWS =
            MarkedRow.of(THING).without(THING.OWNER_ID).without(THING.SIZE);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SentEvents sent;
    private PersonalDataGuard guard;

    @BeforeEach
    void listen() {
        sent = new SentEvents();
        guard = PersonalDataGuard.open();
        guard.reading("sentry", sent::text);
        guard.reading(
                "meters",
                () -> meters.getMeters().stream()
                        .map(meter -> meter.getId().toString())
                        .collect(Collectors.joining("\n")));
    }

    @AfterEach
    void stopListening() {
        guard.close();
        sent.close();
    }

    /** One that does not wait to try again. */
    private static Backend open() {
        return DATABASE.open(settings -> settings.retry(RetryPolicy.none()));
    }

    private Backend observed(Backend backend) {
        return ObservedBackend.observe(
                backend,
                CallListener.logging(Duration.ZERO),
                SentryObservation.calls(Duration.ZERO),
                DualbaseMetrics.calls(meters));
    }

    private static Record with(String code) {
        return ROWS.row(5).with(THING.CODE, code);
    }

    private void failing(BaseRepository<Record> things, Record row) {
        assertThat(guard.call(() -> things.insert(row))).isPresent();
        assertThat(guard.call(() -> things.upsert(row, THING.PRIMARY))).isPresent();
        guard.call(() -> things.useTransaction(() -> things.insert(row)));
    }

    private void assertSilent() {
        assertThat(guard.output()).contains("dev.dualbase.calls");
        assertThat(sent.text()).contains("DuplicateKeyException");
        assertThat(meters.getMeters()).isNotEmpty();
        guard.assertSilent();
    }

    @Test
    void every_operation_without_the_functions_is_silent() {
        Backend backend = observed(open());
        guard.exercise(backend, ROWS);
        fail(backend);
        assertSilent();
    }

    @Test
    void every_operation_with_the_functions_is_silent() {
        DATABASE.execute(SupabaseFunctions.script());
        DATABASE.server().reloadSchema();
        try {
            Backend backend = observed(open());
            guard.exercise(backend, ROWS);
            fail(backend);
            BaseRepository<Record> things = ThingDatabase.things(backend);
            guard.call(() -> things.useTransaction(TransactionOptions.defaults(), () -> {
                things.insert(ROWS.row(6));
                things.insert(with("raise:23505"));
            }));
            assertSilent();
        } finally {
            DATABASE.execute("drop function dualbase_version, dualbase_write, dualbase_describe");
            DATABASE.server().reloadSchema();
        }
    }

    private void fail(Backend backend) {
        BaseRepository<Record> things = ThingDatabase.things(backend);
        for (String state : List.of("22P02", "23505", "0A000", "XX000", "42501", "42703", "57014", "P0001")) {
            failing(things, with("raise:" + state));
        }
        for (String status : List.of("418", "404", "401", "500", "503", "429")) {
            failing(things, with("answer:" + status));
        }
        failing(things, ROWS.row(5).with(THING.OWNER_ID, 73_004_159_265_357L));
        failing(things, ROWS.row(5).with(THING.AMOUNT, new BigDecimal("-73104159")));
        failing(things, ROWS.row(5).with(THING.NAME, null));
        failing(things, ROWS.row(5).with(THING.DATA, JSONB.jsonb("{" + MARK)));
        guard.call(() -> new BaseRepository<>(backend, MISSING).findMany(Filters.eq(MISSING.NAME, MARK)));
        guard.call(() -> new BaseRepository<>(backend, MISSING).insert(MISSING.row(1, MARK)));
        guard.call(() -> new BaseRepository<>(backend, CLOSED).deleteWhere(Filters.eq(CLOSED.NAME, MARK)));
        assertThat(guard.failures().toArray())
                .contains(
                        AccessDeniedException.class,
                        CheckViolationException.class,
                        DuplicateKeyException.class,
                        ForeignKeyException.class,
                        InvalidValueException.class,
                        NotNullException.class,
                        QueryTimeoutException.class,
                        SchemaMismatchException.class,
                        ServerErrorException.class,
                        UnsupportedCapabilityException.class);
    }

    @Test
    void a_broken_line_is_silent() {
        try (FaultProxy line = FaultProxy.before(
                        "127.0.0.1", URI.create(DATABASE.server().url()).getPort());
                Backend cut = new SupabaseRestBuilder(
                                line.httpUrl(), DATABASE.server().key("service_role"))
                        .requestTimeout(Duration.ofMillis(500))
                        .retry(RetryPolicy.none())
                        .build()) {
            BaseRepository<Record> things = ThingDatabase.things(observed(cut));
            line.stall();
            reach(things);
            line.refuse();
            line.reset();
            reach(things);
        }
        assertThat(guard.failures().toArray())
                .contains(OutcomeUnknownException.class, ConnectionFailureException.class);
        guard.assertSilent();
    }

    /** What a library cannot stop, and its guide names: Java 17's HTTP client below INFO. Java 25's logs nothing there. */
    @Test
    void the_http_client_of_java_17_logs_addresses_below_info() {
        Logger http = Logger.getLogger("jdk.internal.httpclient");
        http.setLevel(Level.FINE);
        guard.call(() -> DATABASE.things().count(Filters.eq(THING.NAME, MARK)));
        http.setLevel(Level.INFO);
        assertThat(guard.output().contains(MARK)).isEqualTo(Runtime.version().feature() < 25);
    }

    private void reach(BaseRepository<Record> things) {
        assertThat(guard.call(() -> things.findMany(Filters.eq(THING.NAME, MARK))))
                .isPresent();
        assertThat(guard.call(() -> things.count(Filters.contains(THING.CODE, MARK))))
                .isPresent();
        assertThat(guard.call(() -> things.insert(ROWS.row(1)))).isPresent();
        assertThat(guard.call(() -> things.deleteWhere(Filters.eq(THING.CODE, MARK))))
                .isPresent();
    }
}
