// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.jdbc;

import static dev.dualbase.testkit.jdbc.NoteTable.NOTE;
import static dev.dualbase.testkit.jdbc.NoteTable.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.ServerPooling;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.server.LocalPgBouncer;
import dev.dualbase.testkit.server.PgBouncerServer;
import dev.dualbase.testkit.server.PoolMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server is told for which tenant a statement is. Two notes are there, and the tenant a statement sees is its condition. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TenantSettingTest {

    @RegisterExtension
    static final FaultDatabase DATABASE = new FaultDatabase();

    private static final String SETTING = "app.tenant_id";
    private static final Origin UNSAID = new Origin("Notes", "call");

    @BeforeEach
    void two_notes() {
        BaseRepository<NoteRecord> notes = FaultDatabase.notes(DATABASE.open());
        notes.insert(note(1, "a"));
        notes.insert(note(2, "b"));
    }

    private static JdbcBackend telling() {
        return DATABASE.open(settings -> settings.tenantSetting(SETTING).maxConnections(1));
    }

    /** How many notes a statement finds that asks which tenant it is for. */
    private static long seen(Backend backend, Origin origin, String tenant) {
        return notes(backend, origin)
                .count(Filters.sql(DSL.condition("current_setting({0}, true) = {1}", SETTING, tenant)));
    }

    private static BaseRepository<NoteRecord> notes(Backend backend, Origin origin) {
        return FaultDatabase.notes(backend).as(origin);
    }

    private static NoteRecord named(String name) {
        NoteRecord changes = NOTE.newRecord();
        changes.set(NOTE.NAME, name);
        return changes;
    }

    @Test
    void a_statement_knows_its_tenant_and_the_next_one_does_not() {
        JdbcBackend backend = telling();
        for (int i = 0; i < 10; i++) { // more often than the driver needs to give a statement a name
            assertThat(seen(backend, UNSAID.forTenant("it's; --"), "it's; --")).isEqualTo(2);
            assertThat(seen(backend, UNSAID, "")).isEqualTo(2);
            assertThat(seen(backend, UNSAID.forTenant("b"), "b")).isEqualTo(2);
            assertThat(seen(backend, UNSAID.acrossTenants(), Origin.ALL_TENANTS))
                    .isEqualTo(2);
        }
    }

    @Test
    void so_do_writes_and_streams() {
        Backend backend = telling();
        BaseRepository<NoteRecord> notes = notes(backend, UNSAID.forTenant("a"));
        var forA = Filters.sql(DSL.condition("current_setting({0}, true) = {1}", SETTING, "a"));

        assertThat(notes.<Long>withStream(forA, Order.byPrimaryKey(), Stream::count))
                .isEqualTo(2);
        assertThat(notes.updateWhere(forA, named("both"))).isEqualTo(2);
        assertThat(notes.upsert(note(3, "c"), NOTE.PRIMARY).get(NOTE.NAME)).isEqualTo("c");
        assertThat(notes.deleteWhere(forA)).isEqualTo(3);
    }

    @Test
    void a_statement_that_fails_leaves_no_transaction_open() {
        Backend backend = telling();
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> notes(backend, UNSAID.forTenant("a")).insert(note(1, "again")))
                    .isInstanceOf(DuplicateKeyException.class);
            assertThat(DATABASE.sessions("state like 'idle in transaction%'")).isZero();
            assertThat(seen(backend, UNSAID, "")).isEqualTo(2);
        }
    }

    @Test
    void a_transaction_that_is_retried_or_read_only_tells_it_too() {
        Backend backend = telling();
        long found = backend.inTransaction(
                TransactionOptions.defaults().asReadOnly(), () -> seen(backend, UNSAID.forTenant("a"), "a"));

        assertThat(found).isEqualTo(2);
        assertThat(seen(backend, UNSAID, "")).isEqualTo(2);
    }

    @Test
    void no_other_client_of_a_pooled_session_finds_it() {
        try (PgBouncerServer pooler = LocalPgBouncer.before(DATABASE.database(), PoolMode.TRANSACTION, 1)) {
            JdbcBackend telling = DATABASE.open(settings -> settings.url(pooler.jdbcUrl())
                    .pooling(ServerPooling.TRANSACTION)
                    .tenantSetting(SETTING));
            JdbcBackend other =
                    DATABASE.open(settings -> settings.url(pooler.jdbcUrl()).pooling(ServerPooling.TRANSACTION));
            for (int i = 0; i < 10; i++) {
                assertThat(seen(telling, UNSAID.forTenant("a"), "a")).isEqualTo(2);
                assertThat(seen(other, UNSAID, "a")).isZero();
                assertThat(telling.<Long, RuntimeException>inTransaction(
                                TransactionOptions.defaults(), () -> seen(telling, UNSAID.forTenant("a"), "a")))
                        .isEqualTo(2);
                assertThat(seen(other, UNSAID, "a")).isZero();
            }
        }
    }

    @Test
    void a_backend_that_is_not_to_tell_it_does_not() {
        assertThat(seen(DATABASE.open(), UNSAID.forTenant("a"), "a")).isZero();
    }

    @Test
    void a_listener_is_not_told_the_tenant() {
        List<CallEvent> events = new ArrayList<>();
        Backend backend = ObservedBackend.observe(telling(), events::add);

        assertThat(seen(backend, UNSAID.forTenant("a"), "a")).isEqualTo(2);
        assertThat(events).extracting(CallEvent::origin).containsExactly(UNSAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tenant", "app.", "app.tenant id", "a.b.c", "app.x', 'y', true); --"})
    void a_setting_needs_a_name_of_two_parts(String name) {
        assertThatThrownBy(() -> DATABASE.builder().tenantSetting(name).build())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("tenantSetting is not two names with a dot between");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Origin.ALL_TENANTS})
    void a_tenant_is_neither_nobody_nor_everybody(String tenant) {
        assertThatThrownBy(() -> UNSAID.forTenant(tenant)).isInstanceOf(InvalidValueException.class);
    }
}
