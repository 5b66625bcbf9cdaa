// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capability;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The cases that the data layer passes on every backend. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(DataLayerCaseRecorder.class)
abstract class DataLayerContract
        implements DataLayerFoundContract,
                DataLayerAbsentContract,
                DataLayerInputContract,
                DataLayerOutageContract,
                DataLayerReadContract,
                DataLayerWriteContract,
                DataLayerLimitContract {

    private final Set<String> differences = new TreeSet<>();
    private SalonOnServer server;

    /** The name of the backend in a table of results. */
    abstract String title();

    /** Starts what the backend needs. */
    abstract SalonOnServer open();

    @BeforeAll
    void start() {
        server = open();
    }

    @AfterAll
    void end() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void two_salons_without_rows() throws SQLException {
        differences.clear();
        new TenantRows(sql()).clear(List.of(SALON, OTHER));
    }

    @Override
    public Backend backend() {
        return server.backend();
    }

    @Override
    public Backend dead() {
        return server.dead();
    }

    @Override
    public PlainSql sql() {
        return new PlainSql(server.database().dataSource());
    }

    @Override
    public void refuses(Capability capability) {
        differences.add("refuses " + capability);
    }

    Set<String> differences() {
        return differences;
    }
}
