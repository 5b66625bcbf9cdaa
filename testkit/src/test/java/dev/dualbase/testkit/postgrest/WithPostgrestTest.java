// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.testkit.junit.PostgresTest;
import dev.dualbase.testkit.junit.Run;
import dev.dualbase.testkit.junit.TestIsolation;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WithPostgrestTest {
    private static final String SETTING = "dualbase.test.postgrest";

    @BeforeEach
    void need() {
        HerePostgrest.require();
    }

    @AfterEach
    void forgetSetting() {
        System.clearProperty(SETTING);
    }

    @Test
    void serves_the_database_of_each_test() {
        Run.passes(3, Run.samples(PerMethod.class));
    }

    @PostgresTest(migrations = "small-schema")
    @WithPostgrest(maxRows = 2)
    static class PerMethod {
        private final PostgrestServer constructed;

        PerMethod(PostgrestServer server) {
            constructed = server;
        }

        @RepeatedTest(2)
        void serves_own_database(PostgrestServer server, TestDatabase database) throws Exception {
            assertThat(server).isSameAs(constructed);
            assertThat(Rest.get(server, "/notes").body()).isEqualTo("[{\"id\":1,\"body\":\"from the template\"}]");
            Rest.run(database, "UPDATE notes SET body = 'changed'");
            assertThat(Rest.get(server, "/notes").body()).contains("changed");
        }

        @Test
        void keeps_to_the_maximum(PostgrestServer server, TestDatabase database) throws Exception {
            Rest.run(database, "INSERT INTO notes SELECT n, '' FROM generate_series(2, 9) n");
            assertThat(Rest.get(server, "/notes?select=id&order=id").body()).isEqualTo("[{\"id\":1}, \n {\"id\":2}]");
        }
    }

    @Test
    void serves_the_database_of_a_class_with_what_is_nested_in_it() {
        Run.passes(2, Run.samples(PerClass.class));
    }

    @WithPostgrest
    @PostgresTest(migrations = "small-schema", isolation = TestIsolation.DATABASE_PER_CLASS)
    static class PerClass {
        private static PostgrestServer first;

        @BeforeAll
        static void remember(PostgrestServer server) {
            first = server;
        }

        @Test
        void is_the_same(PostgrestServer server) throws Exception {
            assertThat(server).isSameAs(first);
            assertThat(Rest.get(server, "/notes").statusCode()).isEqualTo(200);
        }

        @Nested
        class Inner {
            @Test
            void is_the_same_here(PostgrestServer server) {
                assertThat(server).isSameAs(first);
            }
        }
    }

    @Test
    void is_asked_for_with_the_annotation_only() {
        assertThat(Run.failures(Run.samples(Without.class).testEvents()))
                .singleElement()
                .asString()
                .contains("@WithPostgrest");
    }

    @PostgresTest
    static class Without {
        @Test
        void asks(PostgrestServer server) {}
    }

    @Test
    void a_missing_one_skips_the_class_and_never_in_ci() {
        System.setProperty(SETTING, "absent");
        Run.samples(PerMethod.class)
                .containerEvents()
                .assertStatistics(System.getenv("CI") == null ? stats -> stats.skipped(1) : stats -> stats.failed(1));
    }

    @Test
    void a_missing_one_fails_the_class_if_a_person_says_so() {
        System.setProperty(SETTING, "absent");
        assertThat(Run.failures(Run.samples(Map.of("dualbase.test.missing", "fail"), PerMethod.class)
                        .containerEvents()))
                .singleElement()
                .asString()
                .contains("dualbase.test.postgrest");
    }
}
