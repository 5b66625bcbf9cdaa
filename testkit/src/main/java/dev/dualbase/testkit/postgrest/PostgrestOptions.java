// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a PostgREST for tests is set up.
 *
 * @param schemas what it shows, the first by default; at least one
 * @param maxRows how many rows it answers at most; more are cut off without a word
 * @param poolSize how many connections it opens at most
 * @param poolAcquisitionTimeout how long a request waits for a connection, in whole seconds
 * @param roleSettings settings of PostgreSQL for its sessions on this database, such as {@code statement_timeout} to
 *     {@code 8s}
 * @param config entries of its configuration beyond these, such as {@code db-tx-end} to {@code commit-allow-override}
 */
public record PostgrestOptions(
        List<String> schemas,
        int maxRows,
        int poolSize,
        Duration poolAcquisitionTimeout,
        Map<String, String> roleSettings,
        Map<String, String> config) {

    /** Checks and copies. */
    public PostgrestOptions {
        schemas = List.copyOf(schemas);
        roleSettings = Map.copyOf(roleSettings);
        config = Map.copyOf(config);
        if (schemas.isEmpty()) {
            throw new IllegalArgumentException("PostgREST needs one schema at least");
        }
        if (maxRows < 1 || poolSize < 1 || poolAcquisitionTimeout.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "maxRows, poolSize and the seconds of poolAcquisitionTimeout must be 1 at least");
        }
    }

    /** The schema {@code public}, 1000 rows at most as on Supabase, and PostgREST's own 10 connections and 10 seconds. */
    public static PostgrestOptions defaults() {
        return new PostgrestOptions(List.of("public"), 1000, 10, Duration.ofSeconds(10), Map.of(), Map.of());
    }

    /** With other schemas. */
    public PostgrestOptions withSchemas(String... names) {
        return new PostgrestOptions(List.of(names), maxRows, poolSize, poolAcquisitionTimeout, roleSettings, config);
    }

    /** With another cap. */
    public PostgrestOptions withMaxRows(int rows) {
        return new PostgrestOptions(schemas, rows, poolSize, poolAcquisitionTimeout, roleSettings, config);
    }

    /** With another size of the pool. */
    public PostgrestOptions withPoolSize(int connections) {
        return new PostgrestOptions(schemas, maxRows, connections, poolAcquisitionTimeout, roleSettings, config);
    }

    /** With another patience. */
    public PostgrestOptions withPoolAcquisitionTimeout(Duration timeout) {
        return new PostgrestOptions(schemas, maxRows, poolSize, timeout, roleSettings, config);
    }

    /** With these settings of its sessions instead of those before. */
    public PostgrestOptions withRoleSettings(Map<String, String> settings) {
        return new PostgrestOptions(schemas, maxRows, poolSize, poolAcquisitionTimeout, settings, config);
    }

    /** With these entries instead of those before. */
    public PostgrestOptions withConfig(Map<String, String> entries) {
        return new PostgrestOptions(schemas, maxRows, poolSize, poolAcquisitionTimeout, roleSettings, entries);
    }
}
