// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestBookings.json;
import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.error.SchemaMismatchException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.jdbc.JdbcBackendBuilder;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The migrations in a schema that is not the one the types were generated from. */
@PostgresTest
class OtherSchemaTest {

    private final TestDatabase database;
    private final PlainSql sql;
    private final JdbcBackend backend;

    OtherSchemaTest(TestDatabase database) {
        this.database = database;
        this.sql = new PlainSql(database.dataSource());
        this.backend = builder(database).schema("salon").build();
    }

    private static JdbcBackendBuilder builder(TestDatabase database) {
        return JdbcBackend.builder("elsewhere")
                .url(database.jdbcUrl())
                .credentials(database.user(), database.password());
    }

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(database.dataSource())
                .schemas("salon")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        backend.close();
    }

    @Test
    void everythingIsInItAndNothingInPublic() throws SQLException {
        assertThat(sql.value("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEqualTo("0");
        assertThat(sql.value("SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"))
                .isEqualTo("0");
    }

    @Test
    void withoutItsNameTheTablesAreMissing() {
        try (JdbcBackend nameless = builder(database).build()) {
            assertThatThrownBy(() -> SalonRepositories.open(nameless, CLOCK))
                    .isInstanceOf(SchemaMismatchException.class)
                    .hasMessageContaining("clients: the table does not exist");
        }
    }

    @Test
    void repositoriesReadAndWriteInIt() {
        SalonRepositories salon = withCompany();
        salon.clients().upsert(SALON, client(1, "first"));
        ClientsRecord changed = salon.clients().upsert(SALON, client(1, "second"));
        assertThat(salon.clients().findByPhone(SALON, PHONE)).hasValue(changed);
        assertThat(changed.getName()).isEqualTo("second");
    }

    @Test
    void manyRowsAreWrittenInIt() throws SQLException {
        List<ClientsRecord> many =
                LongStream.rangeClosed(1, 3000).mapToObj(i -> client(i, "name")).toList();
        withCompany().clients().bulkUpsert(SALON, many, BulkOptions.atomic());
        assertThat(sql.value("SELECT count(*) FROM salon.clients")).isEqualTo("3000");
    }

    @Test
    void triggersPartitionsAndViewsWorkInIt() throws SQLException {
        SalonRepositories salon = withCompany();
        salon.companies().update(SALON, salon.companies().newRecord().setTitle("new"));
        salon.messages().append(SALON, "7900", MessageDirection.INCOMING, "hello");
        salon.whatsAppSessions().saveCredentials(SALON, json("{}"));
        assertThat(salon.whatsAppSessions().statisticsAcrossCompanies().sessions())
                .isEqualTo(1);
        assertThat(sql.value("SELECT salon.create_message_partitions(4)")).isEqualTo("1");
        assertThat(sql.value("SELECT salon.drop_message_partitions(0)")).isEqualTo("0");
        assertThat(sql.value("SELECT salon.delete_expired_whatsapp_keys()")).isEqualTo("0");
    }

    private SalonRepositories withCompany() {
        SalonRepositories salon = SalonRepositories.open(backend, CLOCK);
        salon.companies().create(salon.companies().newRecord().setCompanyId(SALON.value()));
        return salon;
    }
}
