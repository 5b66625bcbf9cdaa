// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoTest {

    private static final String POSTGREST = "dualbase.test.postgrest";

    private final PrintStream before = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setOut(before);
        System.clearProperty(POSTGREST);
    }

    /** Where PostgREST is not to be had, there is no day over REST; never where CI is set. */
    @Test
    void all_days_are_as_expected_and_leave_the_same_behind() throws Exception {
        assertThat(run()).as(text()).isTrue();
        assertThat(text())
                .contains("TIMEWEB_IS_PRIMARY=true is taken")
                .containsPattern("17 tables, [0-9]+ rows compared, 0 differ; dual write carried over")
                .containsPattern("[0-9]+ calls of the callers, 0 failed");
        if (System.getenv("CI") != null || !text().contains("no day over REST")) {
            assertThat(text()).contains("REST: sync of 12:00", "rows of both days compared");
            assertThat(text()).containsPattern("operation, times in ms +JDBC +p50 +p99 +REST +p50 +p99");
        }
    }

    @Test
    void without_postgrest_it_says_so_in_one_line() {
        System.setProperty(POSTGREST, "absent");
        assertThatThrownBy(RestServer::start)
                .isInstanceOf(RestServer.Absent.class)
                .hasMessageMatching("[^\\n]+");
    }

    private boolean run() throws Exception {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        return new Demo(Map.of()).run();
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
