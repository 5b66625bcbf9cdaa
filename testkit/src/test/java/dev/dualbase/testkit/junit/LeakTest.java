// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class LeakTest {
    private static final List<Connection> OPEN = new ArrayList<>();
    private static volatile CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void close() throws SQLException {
        done.countDown();
        done = new CountDownLatch(1);
        for (Connection connection : OPEN) {
            connection.close();
        }
        OPEN.clear();
    }

    @Test
    void a_connection_of_the_data_source_is_told_with_its_line() {
        assertThat(failureOf(LeavesConnection.class))
                .contains("LeavesConnection.open left open:")
                .contains("a connection that was opened at")
                .contains("LeavesConnection.open(LeakTest.java:")
                .contains("best with try-with-resources")
                .doesNotContain("a session of");
    }

    @Test
    void a_transaction_of_another_thread_is_told_with_its_line() {
        assertThat(failureOf(LeavesTransaction.class))
                .contains("the thread slow with a call that began at")
                .contains("LeakTest.java:")
                .contains("Wait for threads that the test starts");
    }

    @Test
    void a_transaction_of_the_jdbc_backend_is_told_without_its_line() {
        assertThat(failureOf(LeavesTransactionOfJdbcBackend.class))
                .contains("1 calls of the JdbcBackend; a Backend instead of it");
    }

    @Test
    void a_session_that_the_kit_did_not_open_is_told_with_its_state() {
        assertThat(failureOf(LeavesSession.class)).contains("a session of 'PostgreSQL JDBC Driver', which is idle");
    }

    private static String failureOf(Class<?> sample) {
        return Run.failures(Run.samples(sample).testEvents()).get(0);
    }

    @PostgresTest
    static class LeavesConnection {
        @Test
        void open(DataSource source) throws SQLException {
            OPEN.add(source.getConnection());
        }
    }

    @PostgresTest
    static class LeavesTransaction {
        @Test
        void open(Backend backend) throws InterruptedException {
            hold(backend);
        }
    }

    @PostgresTest
    static class LeavesTransactionOfJdbcBackend {
        @Test
        void open(JdbcBackend backend) throws InterruptedException {
            hold(backend);
        }
    }

    @PostgresTest
    static class LeavesSession {
        @Test
        void open(TestDatabase database) throws SQLException {
            OPEN.add(session(database));
        }
    }

    @Test
    void nothing_is_told_of_what_was_closed() {
        Run.passes(1, Run.samples(Tidy.class));
    }

    @PostgresTest
    static class Tidy {
        @Test
        void closes_all(TestDatabase database, Backend backend, DataSource source) throws SQLException {
            session(database).close();
            source.getConnection().close();
            assertThat(backend.health().reachable()).isTrue();
        }
    }

    @Test
    void in_a_shared_database_the_leak_is_told_of_the_test_that_has_it_and_only_once() {
        EngineExecutionResults results = Run.samples(Shared.class);
        results.testEvents().assertStatistics(stats -> stats.succeeded(2).failed(2));
        assertThat(Run.failures(results.testEvents()))
                .satisfiesExactly(
                        text -> assertThat(text).contains("Shared.a_leaves_a_connection_open left open"),
                        text -> assertThat(text)
                                .contains("Shared.c_leaves_a_transaction_open left open")
                                .contains("idle in transaction"));
        results.containerEvents().assertStatistics(stats -> stats.failed(0));
    }

    @TestMethodOrder(MethodName.class)
    @PostgresTest(isolation = TestIsolation.DATABASE_PER_CLASS)
    static class Shared {
        @Test
        void a_leaves_a_connection_open(DataSource source) throws SQLException {
            OPEN.add(source.getConnection());
        }

        @Test
        void b_is_tidy(TestDatabase database) {}

        @Test
        void c_leaves_a_transaction_open(TestDatabase database) throws SQLException {
            Connection session = session(database);
            OPEN.add(session);
            begin(session);
        }

        @Test
        void d_is_tidy(TestDatabase database) {}
    }

    @Test
    void what_was_opened_before_all_tests_fails_the_class() {
        EngineExecutionResults results = Run.samples(BeforeAllTests.class);
        results.testEvents().assertStatistics(stats -> stats.succeeded(1));
        assertThat(Run.failures(results.containerEvents()))
                .singleElement()
                .asString()
                .contains("BeforeAllTests left open")
                .contains("BeforeAllTests.open(LeakTest.java:")
                .contains("a session of");
    }

    @PostgresTest(isolation = TestIsolation.DATABASE_PER_CLASS)
    static class BeforeAllTests {
        @BeforeAll
        static void open(DataSource source, TestDatabase database) throws SQLException {
            OPEN.add(source.getConnection());
            OPEN.add(session(database));
        }

        @Test
        void passes(DataSource source) {}
    }

    private static Connection session(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static void begin(Connection session) throws SQLException {
        session.setAutoCommit(false);
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    private static void hold(Backend backend) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = done;
        Thread slow = new Thread(() -> hold(backend, begun, end), "slow");
        slow.setDaemon(true);
        slow.start();
        begun.await();
    }

    /** Ends badly: the backend is closed under it. */
    private static void hold(Backend backend, CountDownLatch begun, CountDownLatch end) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> backend.inTransaction(TransactionOptions.defaults(), () -> {
                    begun.countDown();
                    end.await();
                    return true;
                }));
    }
}
