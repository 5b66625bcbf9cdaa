// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.error.AccessDeniedException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.Tables;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call for one salon does when its condition is wrong: it names the other salon, or none at all. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowLevelSecurityTest {

    private static final Origin UNSAID = new Origin("RowLevelSecurityTest", "careless");

    private static TestDatabase database;
    private static Backend backend;
    private static PlainSql owner;

    @BeforeAll
    static void open() {
        database = PostgresServers.shared().createDatabase(new TwoSalons());
        owner = new PlainSql(database.dataSource());
        backend =
                LeastPrivilege.perCompany(database).builder().maxConnections(1).build();
    }

    @AfterAll
    static void close() {
        if (backend != null) {
            backend.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void both_salons_have_a_row_in_every_table() throws SQLException {
        new TenantRows(owner).reset(SALON, List.of(SALON, OTHER));
    }

    static Stream<Table<?>> tables() {
        return SalonRepositories.TABLES.stream();
    }

    private static <R extends Record> BaseRepository<R> ours(Table<R> table) {
        return new BaseRepository<>(backend, table).as(UNSAID.forTenant(SALON.toString()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R extends Record> void a_read_finds_rows_of_its_salon_alone_unless_it_says_all(Table<R> table)
            throws SQLException {
        long own = owned(table);
        BaseRepository<R> rows = ours(table);

        assertThat(rows.findMany(Filters.everyRow())).hasSize((int) own).allMatch(RowLevelSecurityTest::isOurs);
        assertThat(rows.findMany(isTheirs(table))).isEmpty();
        assertThat(rows.count(Filters.everyRow())).isEqualTo(own);
        assertThat(rows.count(isTheirs(table))).isZero();
        assertThat(rows.<Long>withStream(Filters.everyRow(), Order.byPrimaryKey(), Stream::count))
                .isEqualTo(own);
        assertThat(rows.exists(isTheirs(table))).isFalse();
        assertThat(rows.as(UNSAID.acrossTenants()).count(Filters.everyRow())).isEqualTo(2 * own);
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R extends Record> void an_update_changes_rows_of_its_salon_alone(Table<R> table) throws SQLException {
        String theirs = new TenantRows(owner).of(OTHER);
        R changes = emptied(table);

        assertThat(ours(table).updateWhere(Filters.everyRow(), changes)).isEqualTo(owned(table));
        assertThat(ours(table).updateWhere(isTheirs(table), changes)).isZero();
        assertThat(new TenantRows(owner).of(OTHER)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R extends Record> void a_delete_removes_rows_of_its_salon_alone(Table<R> table) throws SQLException {
        String theirs = new TenantRows(owner).of(OTHER);
        if (!table.equals(Tables.COMPANIES)) { // which are not deleted by a service
            long own = owned(table);
            assertThat(ours(table).deleteWhere(isTheirs(table))).isZero();
            assertThat(ours(table).deleteWhere(Filters.everyRow())).isEqualTo(own);
        }
        assertThat(new TenantRows(owner).of(OTHER)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R extends Record> void a_row_of_the_other_salon_is_not_stored(Table<R> table) throws SQLException {
        String theirs = new TenantRows(owner).of(OTHER);
        UniqueKey<R> key = Objects.requireNonNull(table.getPrimaryKey());
        R row = owner.ask(sql -> sql.selectFrom(table)
                .where(company(table).in(OTHER.toString(), OTHER.key()))
                .fetchAny());
        row.changed(true);

        assertThatThrownBy(() -> ours(table).upsert(row, key)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ours(table).bulkUpsert(List.of(row), key)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> ours(table).insert(row)).isInstanceOf(AccessDeniedException.class);
        assertThat(new TenantRows(owner).of(OTHER)).isEqualTo(theirs);
    }

    /** As many as go as arrays, and as many as go by COPY. */
    @ParameterizedTest
    @ValueSource(ints = {400, 600})
    void a_bulk_is_refused_for_one_row_of_the_other_salon(int count) throws SQLException {
        List<ClientsRecord> rows = new ArrayList<>();
        for (long id = 1; id <= count; id++) {
            rows.add(new ClientsRecord()
                    .setCompanyId(SALON.value())
                    .setId(1_000_000 + id)
                    .setYclientsId(1_000_000 + id)
                    .setName("a client")
                    .setPhone("7900" + id));
        }
        BaseRepository<ClientsRecord> clients = ours(Tables.CLIENTS);
        assertThat(clients.bulkUpsert(rows, Keys.CLIENTS_YCLIENTS_ID_KEY).inserted())
                .isEqualTo(count);

        String theirs = new TenantRows(owner).of(OTHER);
        rows.get(count / 2).setCompanyId(OTHER.value());
        assertThatThrownBy(() -> clients.bulkUpsert(rows, Keys.CLIENTS_YCLIENTS_ID_KEY))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(new TenantRows(owner).of(OTHER)).isEqualTo(theirs);
    }

    /** More often than the driver needs to name a statement, and to ask for the types of nulls that have none. */
    @Test
    void a_call_says_for_whom_it_is_each_time_that_it_is_repeated() {
        BaseRepository<ClientsRecord> clients = ours(Tables.CLIENTS);
        for (int i = 0; i < 10; i++) {
            ClientsRecord stored = clients.upsert(unlabelled("client " + i), Keys.CLIENTS_YCLIENTS_ID_KEY);
            stored.setTags(null).setLastSyncAt(null);
            assertThat(clients.update(stored)).get().matches(RowLevelSecurityTest::isOurs);
            assertThat(clients.updateWhere(Filters.eq(Tables.CLIENTS.YCLIENTS_ID, 7L), stored))
                    .isEqualTo(1);
            assertThat(clients.findMany(Filters.in(Tables.CLIENTS.NAME, List.of("client " + i, "b", "c", "d", "e"))))
                    .hasSize(1);
        }
    }

    private static ClientsRecord unlabelled(String name) {
        return TestSalon.client(7, name)
                .setCompanyId(SALON.value())
                .setTags(null)
                .setLastSyncAt(null);
    }

    @ParameterizedTest
    @MethodSource("tables")
    <R extends Record> void who_does_not_say_for_whom_has_no_row(Table<R> table) throws SQLException {
        BaseRepository<R> rows = new BaseRepository<>(backend, table).as(UNSAID);
        R changes = emptied(table);
        assertThat(ours(table).count(Filters.everyRow())).isPositive(); // on the same connection just before

        assertThat(rows.findMany(Filters.everyRow())).isEmpty();
        assertThat(rows.count(Filters.everyRow())).isZero();
        assertThat(rows.updateWhere(Filters.everyRow(), changes)).isZero();
        assertThatThrownBy(() -> rows.insert(ownRow(table))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_backend_that_was_not_told_has_no_row() {
        try (Backend untold = LeastPrivilege.perCompany(database)
                .builder()
                .tenantSetting("another.setting")
                .build()) {
            assertThat(new ClientRepository(untold).count(SALON, Filters.everyRow()))
                    .isZero();
        }
    }

    @Test
    void a_repository_that_forgets_the_salon_stays_within_it() throws SQLException {
        String theirs = new TenantRows(owner).of(OTHER);
        CarelessRepository careless = new CarelessRepository(backend);

        assertThat(careless.all()).hasSize(1).allMatch(RowLevelSecurityTest::isOurs);
        assertThat(careless.deleteAll()).isEqualTo(1);
        assertThat(new TenantRows(owner).of(OTHER)).isEqualTo(theirs);
    }

    /** As a repository would be whose author forgot {@link TenantRepository#within}. */
    private static final class CarelessRepository extends TenantRepository<ClientsRecord> {

        CarelessRepository(Backend backend) {
            super(backend, Tables.CLIENTS, Tables.CLIENTS.COMPANY_ID);
        }

        List<ClientsRecord> all() {
            return rows(SALON, "all").findMany(Filters.everyRow());
        }

        long deleteAll() {
            return rows(SALON, "deleteAll").deleteWhere(Filters.everyRow());
        }
    }

    private static long owned(Table<?> table) throws SQLException {
        return owner.ask(sql -> (long) sql.fetchCount(table, company(table).in(SALON.toString(), SALON.key())));
    }

    private static <R extends Record> R ownRow(Table<R> table) throws SQLException {
        R row = owner.ask(sql -> sql.selectFrom(table)
                .where(company(table).in(SALON.toString(), SALON.key()))
                .fetchAny());
        row.changed(true);
        return row;
    }

    private static Field<String> company(Table<?> table) {
        return Objects.requireNonNull(table.field("company_id")).cast(String.class);
    }

    private static boolean isOurs(Record row) {
        return List.of(SALON.toString(), SALON.key()).contains(String.valueOf(row.get("company_id")));
    }

    @SuppressWarnings("unchecked")
    private static Filter isTheirs(Table<?> table) {
        Field<?> company = Objects.requireNonNull(table.field("company_id"));
        return company.getType() == Long.class
                ? Filters.eq((TableField<?, Long>) company, OTHER.value())
                : Filters.eq((TableField<?, String>) company, OTHER.key());
    }

    /** Sets a column to null that may be, and is in no key. */
    private static <R extends Record> R emptied(Table<R> table) {
        Field<?> column = Stream.of(table.fields())
                .filter(each -> each.getDataType().nullable() && !each.getName().equals("created_at"))
                .filter(each -> table.getKeys().stream()
                        .noneMatch(key -> key.getFields().contains(each)))
                .findFirst()
                .orElseThrow();
        R changes = table.newRecord();
        changes.set(column, null);
        changes.changed(column, true);
        return changes;
    }
}
