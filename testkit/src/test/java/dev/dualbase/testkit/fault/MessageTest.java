// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.SchemaSource;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults at a message between the driver and a real PostgreSQL. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MessageTest {
    private static final String INSERT = "INSERT INTO word VALUES (?)";
    private static final String LONG = "0123456789".repeat(50_000);

    private static TestDatabase database;

    private FaultProxy proxy;
    private Connection connection;

    @BeforeAll
    static void start() {
        database = PostgresServers.shared()
                .createDatabase(SchemaSource.script("words", "create table word (word text not null)"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() throws SQLException {
        proxy = FaultProxy.before(database);
        connection = connect("extended");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        proxy.close();
        try (Connection direct = database.dataSource().getConnection();
                Statement statement = direct.createStatement()) {
            statement.execute("TRUNCATE word");
        }
    }

    private Connection connect(String mode) throws SQLException {
        String url = proxy.jdbcUrl(database);
        String options = (url.contains("?") ? "&" : "?") + "preferQueryMode=" + mode;
        return DriverManager.getConnection(url + options, database.user(), database.password());
    }

    private void insert(String word) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, word);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private void assertThatInsertIsLost(String word) {
        assertThatThrownBy(() -> insert(word))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08006"));
    }

    private static long stored() throws SQLException {
        try (Connection direct = database.dataSource().getConnection();
                Statement statement = direct.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM word")) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "extended", "extendedForPrepared"})
    void a_statement_is_not_executed_where_the_line_is_cut_before_it(String mode) throws Exception {
        connection.close();
        connection = connect(mode);
        Strike strike = proxy.at(Moment.before(Message.statement("insert into")), Fault.CUT);
        assertThatInsertIsLost("a");
        assertThat(strike.struck()).isTrue();
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "extended", "extendedForPrepared"})
    void a_statement_is_done_where_only_its_answer_is_lost(String mode) throws Exception {
        connection.close();
        connection = connect(mode);
        proxy.at(Moment.before(Message.fromServer('Z')), Fault.CUT);
        assertThatInsertIsLost("a");
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_statement_that_was_prepared_long_ago_is_known_by_its_text() throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (int i = 0; i < 10; i++) {
                statement.setString(1, "a");
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
            proxy.at(Moment.before(Message.statement("insert into")), Fault.RESET);
            assertThatThrownBy(statement::executeUpdate).isInstanceOf(SQLException.class);
        }
        assertThat(stored()).isEqualTo(10);
    }

    @Test
    @Timeout(20)
    void a_request_is_complete_after_its_sync() throws Exception {
        Strike strike = proxy.at(Moment.after(Message.statement("insert into")), Fault.STALL);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> assertThatInsertIsLost("a"));
        strike.await();
        while (stored() == 0) {
            Thread.onSpinWait();
        }
        proxy.cut();
        writer.join();
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_message_of_many_packets_is_one() throws Exception {
        proxy.at(Moment.before(Message.fromClient('B')), Fault.CUT);
        assertThatInsertIsLost(LONG);
        assertThat(stored()).isZero();
    }

    @Test
    void long_messages_pass_unchanged_while_a_fault_waits() throws Exception {
        proxy.at(Moment.before(Message.statement("unheard of")), Fault.CUT);
        proxy.at(Moment.before(Message.answer("MERGE")), Fault.CUT);
        insert(LONG);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT word FROM word")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo(LONG);
        }
    }

    @Test
    void the_one_with_a_number_is_met() throws Exception {
        Strike strike = proxy.at(Moment.before(Message.answer("insert").nth(3)), Fault.CUT);
        insert("a");
        insert("b");
        assertThat(strike.struck()).isFalse();
        assertThatInsertIsLost("c");
        assertThat(strike.struck()).isTrue();
    }

    @Test
    void a_row_of_an_answer_is_met() throws Exception {
        proxy.at(Moment.after(Message.fromServer('D').nth(500)), Fault.CUT);
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT generate_series(1, 1000)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_handshake_has_messages_too(int number) {
        proxy.at(Moment.before(Message.any(Direction.TO_SERVER).nth(number)), Fault.CUT);
        assertThatThrownBy(() -> connect("extended")).isInstanceOf(SQLException.class);
    }

    @Test
    void the_farewell_of_a_client_can_be_kept_from_the_server() throws Exception {
        Strike strike = proxy.at(Moment.before(Message.fromClient('X')), Fault.STALL);
        connection.close();
        strike.await();
        assertThat(database.connections()).isGreaterThan(0);
        proxy.pass();
        proxy.awaitConnections(0);
    }
}
