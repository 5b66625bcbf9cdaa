// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.testkit.server.TestDatabase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

class PostgresTestExtensionTest {
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    @Test
    void gives_each_method_a_database_of_its_own() {
        Run.passes(3, Run.samples(PerMethod.class));
        assertThat(SEEN).hasSize(3);
    }

    @PostgresTest(migrations = "small-schema")
    static class PerMethod {
        @RepeatedTest(3)
        void begins_with_the_migrated_row(TestDatabase database, DataSource source) throws SQLException {
            SEEN.add(database.name());
            assertThat(Notes.count(source)).isEqualTo(1);
            Notes.add(source);
        }
    }

    @Test
    void gives_the_methods_of_a_class_one_database_if_it_asks() {
        Run.passes(3, Run.samples(PerClass.class));
        assertThat(SEEN).hasSize(1);
    }

    @PostgresTest(migrations = "small-schema", isolation = TestIsolation.DATABASE_PER_CLASS)
    static class PerClass {
        @BeforeAll
        static void add(DataSource source) throws SQLException {
            Notes.add(source);
        }

        @RepeatedTest(2)
        void sees_what_was_added_before(TestDatabase database, DataSource source) throws SQLException {
            SEEN.add(database.name());
            assertThat(Notes.count(source)).isEqualTo(2);
        }

        @Nested
        class Inside {
            @Test
            void sees_it_too(TestDatabase database, DataSource source) throws SQLException {
                SEEN.add(database.name());
                assertThat(Notes.count(source)).isEqualTo(2);
            }
        }
    }

    @Test
    void gives_the_backend_that_the_class_opens_and_closes_it_before_it_looks_for_leaks() {
        Run.passes(1, Run.samples(OwnBackend.class));
        assertThat(SEEN).containsExactlyInAnyOrder("opened", "closed");
    }

    @PostgresTest(migrations = "small-schema", backend = SecondPool.class)
    static class OwnBackend {
        @Test
        void has_it(Backend backend, JdbcBackend jdbc) {
            assertThat(backend.id()).isEqualTo("second").isNotEqualTo(jdbc.id());
            assertThat(backend.health().failure()).isEmpty();
        }
    }

    /** It leaves sessions open until it is closed. */
    static class SecondPool implements BackendSource {
        @Override
        public Backend open(TestDatabase database, JdbcBackend jdbc) {
            SEEN.add("opened");
            return new DelegatingBackend(JdbcBackend.builder("second")
                    .url(database.jdbcUrl())
                    .credentials(database.user(), database.password())
                    .build()) {
                @Override
                public void close() {
                    SEEN.add("closed");
                    super.close();
                }
            };
        }
    }

    @Test
    void gives_constructor_and_methods_the_same_backend() {
        Run.passes(2, Run.samples(Injected.class));
    }

    @PostgresTest
    static class Injected {
        private final Backend backend;
        private final TestDatabase database;

        Injected(Backend backend, TestDatabase database) {
            this.backend = backend;
            this.database = database;
        }

        @BeforeEach
        void the_same_before(TestDatabase again) {
            assertThat(again).isSameAs(database);
        }

        @Test
        void the_same_in_the_method(Backend again, JdbcBackend jdbc) {
            assertThat(again).isSameAs(backend);
            assertThat(again.id()).isEqualTo(jdbc.id()).isEqualTo(database.name());
        }

        @Nested
        class Inside {
            @Test
            void the_same_in_the_nested_class(TestDatabase again) {
                assertThat(again).isSameAs(database);
            }
        }
    }

    @Test
    void makes_a_class_whose_constructor_takes_a_backend() {
        Run.passes(1, Run.samples(WithRepository.class));
    }

    @PostgresTest
    static class WithRepository {
        @Test
        void has_the_backend(Repository repository, Backend backend) {
            assertThat(repository.backend).isSameAs(backend);
        }
    }

    static final class Repository {
        final Backend backend;

        public Repository(Backend backend) {
            this.backend = backend;
        }
    }

    @Test
    void is_found_on_an_annotation_and_on_a_superclass() {
        Run.passes(1, Run.samples(Child.class));
    }

    @Retention(RetentionPolicy.RUNTIME)
    @PostgresTest(migrations = "small-schema")
    @interface NotesTest {}

    @NotesTest
    abstract static class Parent {}

    static class Child extends Parent {
        @Test
        void has_the_schema(DataSource source) throws SQLException {
            assertThat(Notes.count(source)).isEqualTo(1);
        }
    }

    @Test
    void refuses_a_database_for_all_methods_where_each_has_its_own() {
        assertThat(Run.failures(Run.samples(BeforeAllMethods.class).containerEvents()))
                .singleElement()
                .asString()
                .contains("isolation = DATABASE_PER_CLASS");
    }

    @PostgresTest
    static class BeforeAllMethods {
        @BeforeAll
        static void prepare(TestDatabase database) {}

        @Test
        void passes() {}
    }

    @Test
    void refuses_two_schemas() {
        assertThat(Run.failures(Run.samples(TwoSchemas.class).testEvents()))
                .singleElement()
                .asString()
                .contains("one of migrations, script and schema");
    }

    @PostgresTest(migrations = "small-schema", script = "small-schema/V1__notes.sql")
    static class TwoSchemas {
        @Test
        void asks(TestDatabase database) {}
    }

    @Test
    void shares_the_database_with_an_object_that_serves_all_methods() {
        Run.passes(2, Run.samples(OneObject.class));
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @PostgresTest(isolation = TestIsolation.DATABASE_PER_CLASS)
    static class OneObject {
        private final TestDatabase database;

        OneObject(TestDatabase database) {
            this.database = database;
        }

        @RepeatedTest(2)
        void the_same(TestDatabase again) {
            assertThat(again).isSameAs(database);
        }
    }

    @Test
    void keeps_apart_classes_and_methods_that_run_at_once() {
        Run.passes(
                30,
                Run.samples(Parallel.SETTINGS, Parallel.First.class, Parallel.Second.class, Parallel.Together.class));
    }

    /** A connection is open in each of them for a while: none may be taken for a leak of another. */
    static final class Parallel {
        static final java.util.Map<String, String> SETTINGS = java.util.Map.of(
                "junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

        static void alone(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                Notes.add(connection);
                assertThat(Notes.count(connection)).isEqualTo(2);
                connection.commit();
            }
        }

        @PostgresTest(migrations = "small-schema")
        static class First {
            @RepeatedTest(10)
            void sees_only_its_own_row(DataSource source) throws SQLException {
                alone(source);
            }
        }

        @PostgresTest(migrations = "small-schema")
        static class Second {
            @RepeatedTest(10)
            void sees_only_its_own_row(DataSource source) throws SQLException {
                alone(source);
            }
        }

        @PostgresTest(migrations = "small-schema", isolation = TestIsolation.DATABASE_PER_CLASS)
        static class Together {
            @RepeatedTest(10)
            void adds_rows_in_a_transaction(DataSource source) throws Exception {
                try (Connection connection = source.getConnection()) {
                    connection.setAutoCommit(false);
                    Notes.add(connection);
                    Thread.sleep(20);
                    connection.commit();
                }
            }
        }
    }
}
