// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.backend.Backend;
import java.util.List;

/** One round on one table: rows, a write, and reads. It needs nothing of the rounds before it. */
final class Round {
    private final long seed;
    private final long number;
    private final RandomTable table;
    private final List<Backend> backends;
    private String step = "";

    Round(RandomSchema schema, long number, List<Backend> backends) {
        this.seed = schema.seed();
        this.number = number;
        this.table = schema.table(number);
        this.backends = backends;
    }

    /** @throws AssertionError telling what went wrong, on which table, and how to do it again */
    void run() {
        try {
            play();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(report(failure), failure);
        }
    }

    private void play() {
        Dice dice = Dice.of(seed, number);
        Model model = new Model(table);
        Backend writer = dice.pick(backends);
        RandomWrite write = new RandomWrite(dice, table, model, writer, this::step);
        write.begin();
        write.any();
        new RandomRead(dice, table, model, backends, this::step).all();
    }

    private void step(String next) {
        step = next;
    }

    private String report(Throwable failure) {
        return "Round " + number + " of seed " + seed + " failed at " + step + "\n"
                + failure.getMessage() + "\n"
                + table.ddl()
                + "To run this round again: " + RunSettings.toReplay(seed, number);
    }
}
