// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwnServerTest {
    private static final String TABLE = "CREATE TABLE kept (id int PRIMARY KEY)";
    private static final String COUNT = "SELECT count(*) FROM kept";

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void what_was_acknowledged_is_there_after_sigkill_and_restart(ServerKind kind) throws SQLException {
        try (OwnServer server = Here.own(kind)) {
            server.execute(TABLE);
            server.execute("INSERT INTO kept SELECT generate_series(1, 1000)");
            try (Connection open = server.dataSource().getConnection();
                    Statement statement = open.createStatement()) {
                open.setAutoCommit(false);
                statement.execute("INSERT INTO kept VALUES (2000)");
                server.kill();
                assertThatThrownBy(open::commit).isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> server.value(COUNT)).isInstanceOf(TestServerException.class);
            server.restart();
            assertThat(server.value(COUNT)).isEqualTo("1000");
            assertThat(server.value("SHOW fsync") + server.value("SHOW full_page_writes"))
                    .isEqualTo("onon");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "NATIVE"})
    void a_standby_has_the_rows_falls_behind_on_command_and_takes_over(ServerKind kind) {
        try (OwnServer primary = Here.own(kind)) {
            primary.execute(TABLE);
            try (OwnServer standby = primary.standby()) {
                primary.execute("INSERT INTO kept VALUES (1)");
                standby.awaitReplayOf(primary);
                assertThat(standby.value(COUNT)).isEqualTo("1");
                assertThatThrownBy(() -> standby.execute("INSERT INTO kept VALUES (2)"))
                        .hasMessageContaining("read-only");

                standby.pauseReplay();
                primary.execute("INSERT INTO kept VALUES (2)");
                assertThat(standby.value(COUNT)).isEqualTo("1");
                standby.resumeReplay();
                standby.awaitReplayOf(primary);
                assertThat(standby.value(COUNT)).isEqualTo("2");

                primary.kill();
                standby.promote();
                standby.execute("INSERT INTO kept VALUES (3)");
                assertThat(standby.value(COUNT)).isEqualTo("3");
            }
        }
    }

    @Test
    void a_standby_that_was_killed_follows_again() {
        try (OwnServer primary = Here.own(ServerKind.EMBEDDED);
                OwnServer standby = primary.standby()) {
            standby.kill();
            primary.execute(TABLE);
            standby.restart();
            standby.awaitReplayOf(primary);
            assertThat(standby.value(COUNT)).isEqualTo("0");
        }
    }

    @Test
    void what_a_synchronous_standby_has_acknowledged_outlives_the_primary() {
        try (OwnServer primary = Here.own(ServerKind.EMBEDDED);
                OwnServer standby = primary.standby()) {
            primary.set("synchronous_standby_names", "standby");
            primary.execute(TABLE);
            assertThat(primary.value("SELECT sync_state FROM pg_stat_replication"))
                    .isEqualTo("sync");
            primary.kill();
            standby.promote();
            assertThat(standby.value(COUNT)).isEqualTo("0");
        }
    }

    @Test
    void a_server_that_this_jvm_does_not_start_cannot_be_had() {
        assertThatThrownBy(() -> OwnServer.start(ServerKind.EXTERNAL))
                .isInstanceOf(TestServerException.class)
                .hasMessageContaining("external");
    }
}
