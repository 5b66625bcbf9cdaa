// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.CLOCK;
import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.schema.Tables.CLIENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.testkit.fault.Fault;
import dev.dualbase.testkit.fault.FaultProxy;
import dev.dualbase.testkit.fault.Message;
import dev.dualbase.testkit.fault.Moment;
import dev.dualbase.testkit.fault.Strike;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Under row-level security the server knows at each statement whose it is, whatever came before it on the connection. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CompanyInTransactionsTest {

    private static final int OURS = 1_200;
    private static final int THEIRS = 2;

    private TestDatabase database;
    private FaultProxy line;
    private Backend backend;
    private SalonRepositories salon;

    @BeforeEach
    void open() throws SQLException {
        database = PostgresServers.shared().createDatabase(new TwoSalons());
        line = FaultProxy.before(database);
        backend = LeastPrivilege.perCompany(database)
                .builder()
                .url(line.jdbcUrl(database))
                .build();
        salon = SalonRepositories.open(backend, CLOCK);
        add(SALON, OURS);
        add(OTHER, THEIRS);
    }

    @AfterEach
    void close() {
        backend.close();
        line.close();
        database.close();
    }

    private void add(CompanyId company, int clients) throws SQLException {
        new PlainSql(database.dataSource())
                .execute("INSERT INTO clients (company_id, yclients_id, phone) SELECT " + company + ", i, '7' FROM"
                        + " generate_series(1, " + clients + ") i");
    }

    private long clientsOf(CompanyId company) {
        return salon.clients().count(company, Filters.everyRow());
    }

    private long unsaid() {
        return new BaseRepository<>(backend, CLIENTS).count(Filters.everyRow());
    }

    @Test
    void calls_for_two_salons_take_turns_in_a_transaction() {
        salon.useTransaction(() -> {
            for (int i = 0; i < 2; i++) {
                assertThat(unsaid()).isZero();
                assertThat(clientsOf(SALON)).isEqualTo(OURS);
                assertThat(clientsOf(OTHER)).isEqualTo(THEIRS);
            }
        });
        assertThat(unsaid()).isZero();
    }

    @Test
    void a_savepoint_that_is_undone_leaves_the_salon_of_the_next_call() {
        salon.useTransaction(() -> {
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
            assertThatThrownBy(() -> salon.useTransaction(() -> {
                        throw new IllegalStateException("after " + clientsOf(OTHER));
                    }))
                    .hasMessage("after " + THEIRS);
            assertThat(clientsOf(OTHER)).isEqualTo(THEIRS);
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
        });
    }

    @Test
    void a_savepoint_that_is_kept_leaves_the_salon_of_the_next_call() {
        salon.useTransaction(() -> {
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
            assertThat(salon.<Long, RuntimeException>withTransaction(() -> clientsOf(OTHER)))
                    .isEqualTo(THEIRS);
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
        });
    }

    @Test
    void a_stream_goes_on_while_calls_are_for_another_salon() {
        assertThat(streamed()).isEqualTo(OURS);
        assertThat(salon.<Long, RuntimeException>withTransaction(this::streamed))
                .isEqualTo(OURS);
    }

    private long streamed() {
        return salon.clients()
                .withStream(
                        SALON,
                        Filters.everyRow(),
                        Order.byPrimaryKey(),
                        rows -> rows.peek(row -> {
                                    if (row.getYclientsId() % 250 == 0) {
                                        assertThat(clientsOf(OTHER)).isEqualTo(THEIRS);
                                    }
                                })
                                .filter(row -> row.getCompanyId() == SALON.value())
                                .count());
    }

    @Test
    void a_call_takes_no_round_trip_more() {
        clientsOf(SALON);
        Strike second = line.at(Moment.before(Message.fromServer('Z').nth(2)), Fault.CUT);

        assertThat(clientsOf(OTHER)).isEqualTo(THEIRS);
        assertThat(second.struck()).isFalse();
    }

    @Test
    void a_transaction_about_one_salon_takes_one_round_trip_more() {
        clientsOf(SALON);
        int beginCallsAndCommit = 1 + 3 + 1;
        Strike tooMany = line.at(Moment.before(Message.fromServer('Z').nth(beginCallsAndCommit + 1 + 1)), Fault.CUT);

        salon.useTransaction(() -> {
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
            assertThat(clientsOf(SALON)).isEqualTo(OURS);
        });
        assertThat(tooMany.struck()).isFalse();
    }
}
