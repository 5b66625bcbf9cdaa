// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.backend.Backend;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random rows, writes and filters on random tables: every backend must give the answers of a model in memory. Extend it
 * with a class that runs the {@linkplain RandomSchema#script() script} of a schema on an empty database, and names the
 * backends that are at work on this one database:
 *
 * <pre>{@code
 * class MyGenerativeTest extends GenerativeContract {
 *     private static final RandomSchema SCHEMA = RandomSchema.ofRun();
 *
 *     @Override
 *     protected RandomSchema schema() {
 *         return SCHEMA;
 *     }
 *
 *     @Override
 *     protected List<Backend> backends() {
 *         return List.of(OVER_JDBC, MINE);
 *     }
 * }
 * }</pre>
 *
 * <p>Each round empties a table, fills it, and writes through one of the backends in turn; then all of them read. There
 * are 1,000 rounds, or {@code dualbase.test.rounds} (or {@code DUALBASE_TEST_ROUNDS}). A round that fails says with which
 * settings it runs again, alone: {@code dualbase.test.seed} and {@code dualbase.test.round}. The text of the failure
 * holds values of rows, all of which are made up here.
 *
 * <p>Text must sort by code point in the database, and upper and lower case be those of Unicode: locale
 * {@code C.UTF-8}, as on the servers of the test kit.
 */
public abstract class GenerativeContract {
    /** For subclasses. */
    protected GenerativeContract() {}

    /** The tables that are in the database. */
    protected abstract RandomSchema schema();

    /** The backends to compare, one at least, all on the same database. Each is closed by who made it. */
    protected abstract List<Backend> backends();

    @Test
    final void backends_answer_as_the_model_does_on_random_tables_rows_and_filters() {
        RandomSchema schema = schema();
        List<Backend> backends = backends();
        // not to a log, which may be off: whoever sees a build that was killed wants to know
        System.out.println("Random rounds of seed " + schema.seed());
        RunSettings.rounds().forEach(number -> new Round(schema, number, backends).run());
    }
}
