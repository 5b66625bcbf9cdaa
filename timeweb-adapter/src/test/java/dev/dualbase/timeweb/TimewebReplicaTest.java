// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.timeweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.ServerInfo;
import dev.dualbase.core.backend.ServerRole;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.testkit.server.OwnServer;
import dev.dualbase.testkit.server.ServerKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A real replica that the environment names. */
class TimewebReplicaTest {

    @Test
    void reads_that_ask_for_it_go_to_the_replica_of_the_environment() {
        List<CallEvent> calls = new ArrayList<>();
        try (OwnServer primary = OwnServer.start(ServerKind.EMBEDDED);
                OwnServer standby = primary.standby();
                JdbcBackend backend = TimewebBackends.fromEnvironment(environment(primary, standby))) {
            Backend observed = ObservedBackend.observe(backend, calls::add);
            TransactionOptions reading = TransactionOptions.defaults().asReadOnly();
            assertThat(observed.inTransaction(reading, () -> 1)).isEqualTo(1);
            assertThat(observed.inTransaction(reading.asReadOnly(ReadPreference.REPLICA), () -> 1))
                    .isEqualTo(1);
            assertThat(calls)
                    .extracting(call -> call.server().orElseThrow())
                    .containsExactly("timeweb", "timeweb-replica-1");
            assertThat(backend.replicas()).hasSize(1);
            assertThat(backend.replicas().get(0).health().server())
                    .map(ServerInfo::role)
                    .contains(ServerRole.REPLICA);
        }
    }

    @Test
    void of_several_hosts_the_one_that_takes_writes_is_the_primary_and_after_a_failover_it_is_the_other() {
        try (OwnServer primary = OwnServer.start(ServerKind.EMBEDDED);
                OwnServer standby = primary.standby()) {
            Map<String, String> several = new HashMap<>(environment(primary, standby));
            several.remove("POSTGRES_REPLICA_HOSTS");
            several.put("POSTGRES_HOST", "localhost:" + standby.port() + ", localhost");
            try (JdbcBackend backend = TimewebBackends.fromEnvironment(several)) {
                assertThat(role(backend)).contains(ServerRole.PRIMARY);
                primary.kill();
                assertThat(role(backend)).isEmpty();
                standby.promote();
                assertThat(role(backend)).contains(ServerRole.PRIMARY);
            }
        }
    }

    private static Optional<ServerRole> role(JdbcBackend backend) {
        return backend.health().server().map(ServerInfo::role);
    }

    private static Map<String, String> environment(OwnServer primary, OwnServer standby) {
        return Map.of(
                "POSTGRES_HOST", "localhost",
                "POSTGRES_PORT", Integer.toString(primary.port()),
                "POSTGRES_REPLICA_HOSTS", "localhost:" + standby.port(),
                "POSTGRES_DATABASE", "postgres",
                "POSTGRES_USER", primary.user(),
                "POSTGRES_PASSWORD", "not asked for",
                "POSTGRES_SSL_MODE", "disable");
    }
}
