// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.testkit.fixture.ProtectedTenantException;
import dev.dualbase.testkit.server.PostgresServers;
import dev.dualbase.testkit.server.ServerKind;
import dev.dualbase.testkit.server.TestDatabase;
import java.util.Map;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;

/** Takes the embedded server for one that was there before. */
class ExternalServerTest {
    private static final String URL = "dualbase.test.url";

    @BeforeEach
    void nameServer() {
        System.setProperty(
                URL,
                PostgresServers.shared(ServerKind.EMBEDDED).jdbcUrl("postgres") + "?user=postgres&password=secret");
    }

    @AfterEach
    void forgetServer() {
        PostgresServers.shared(ServerKind.EXTERNAL).close();
        System.clearProperty(URL);
    }

    @Test
    void its_backend_refuses_the_demo_tenant() {
        Run.passes(1, Run.samples(External.class));
    }

    @PostgresTest(server = ServerKind.EXTERNAL)
    static class External {
        @Test
        void refuses(Backend backend, TestDatabase database) {
            Clients clients = new Clients();
            Filter demo = Filters.eq(clients.company, 999_999L);
            assertThat(database.server().kind()).isEqualTo(ServerKind.EXTERNAL);
            assertThatThrownBy(() -> new BaseRepository<>(backend, clients).count(demo))
                    .isInstanceOf(ProtectedTenantException.class);
        }
    }

    private static final class Clients extends TableImpl<Record> {
        private static final long serialVersionUID = 1L;

        final TableField<Record, Long> company = createField(DSL.name("company_id"), SQLDataType.BIGINT, this);

        Clients() {
            super(DSL.name("clients"));
        }
    }

    @Test
    void its_password_is_not_told_with_the_address_of_a_kept_database() {
        assertThat(Run.samples(Map.of("dualbase.test.keep", "always"), Kept.class)
                        .allEvents()
                        .reportingEntryPublished()
                        .map(event -> event.getRequiredPayload(ReportEntry.class))
                        .map(entry -> entry.getKeyValuePairs().get("dualbase.database")))
                .singleElement()
                .asString()
                .startsWith("jdbc:postgresql://localhost:")
                .doesNotContain("secret");
    }

    @PostgresTest(server = ServerKind.EXTERNAL)
    static class Kept {
        @Test
        void passes(TestDatabase database) {}
    }
}
