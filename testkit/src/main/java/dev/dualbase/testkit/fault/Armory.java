// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that wait for their moment. */
final class Armory {
    private final List<Strike> armed = new ArrayList<>();
    private final List<Strike> struck = new ArrayList<>();
    private final Runnable refusal;

    Armory(Runnable refusal) {
        this.refusal = refusal;
    }

    void arm(Strike strike) {
        armed.add(strike);
    }

    void disarm() {
        armed.clear();
    }

    boolean needsWholeMessages(Direction direction) {
        return armed.stream().anyMatch(strike -> strike.watch().needsWholeMessages(direction));
    }

    /** Finds a fault whose moment is in this piece, and hands it over. */
    @Nullable
    Hit look(Flow flow, Piece piece) {
        for (Strike strike : armed) {
            int passing = strike.watch().look(flow, piece);
            if (passing != Watch.NOTHING) {
                armed.remove(strike);
                return new Hit(strike, passing);
            }
        }
        return null;
    }

    void strike(Strike strike, Link link) {
        strike.begin();
        switch (strike.fault()) {
            case CUT -> link.cut();
            case RESET -> link.reset();
            case STALL -> link.serve(strike.passage());
            case HALF_OPEN -> link.forget();
            case REFUSE -> refusal.run();
        }
        struck.add(strike);
    }

    /** The faults that have struck since the last call. */
    List<Strike> takeStruck() {
        List<Strike> all = List.copyOf(struck);
        struck.clear();
        return all;
    }
}
