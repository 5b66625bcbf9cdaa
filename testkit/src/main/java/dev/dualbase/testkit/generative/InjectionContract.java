// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.backend.Backend;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Hostile texts in every place that takes a text or a name: they are stored and compared as data, touch the rows that a
 * model in memory says and no other, and execute nothing. Extend it with a class that runs {@link #script()} on an empty
 * database, and names a backend on it.
 *
 * <p>There are 250 texts for names, and as many for each of the other places, or {@code dualbase.test.injections} (or
 * {@code DUALBASE_TEST_INJECTIONS}). A round that fails says with which {@code dualbase.test.seed} and
 * {@code dualbase.test.round} it runs again, alone. Text must sort by code point, as on the servers of the test kit.
 */
public abstract class InjectionContract {
    /** For subclasses. */
    protected InjectionContract() {}

    /** The SQL that creates the tables. */
    public static String script() {
        return InjectionTable.script();
    }

    /** Some hostile texts of this run, for places that only one backend has. */
    protected static List<String> hostileTexts(int count) {
        Dice dice = Dice.of(RunSettings.seed());
        return dice.list(count, () -> HostileText.of(dice));
    }

    /** How many texts this run is to have. */
    protected static int texts() {
        return RunSettings.injections();
    }

    /** The backend on the database with the tables. It is closed by who made it. */
    protected abstract Backend backend();

    @Test
    final void hostile_texts_are_data_in_every_place() {
        long seed = RunSettings.seed();
        // not to a log, which may be off: whoever sees a build that was killed wants to know
        System.out.println("Hostile texts of seed " + seed);
        RunSettings.injectionRounds(InjectionRound.TEXTS).forEach(round -> {
            try {
                new InjectionRound(seed, round, backend()).run();
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("Run again with " + RunSettings.toReplay(seed, round), failure);
            }
        });
    }
}
