// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a person may set for the rounds of a run, as a system property or an environment variable. */
final class RunSettings {
    static final String SEED = "dualbase.test.seed";
    static final String ROUNDS = "dualbase.test.rounds";
    static final String ROUND = "dualbase.test.round";
    static final String INJECTIONS = "dualbase.test.injections";

    private static final long USUAL_ROUNDS = 1000;
    private static final long USUAL_INJECTIONS = 250;
    private static final long RANDOM_SEED = ThreadLocalRandom.current().nextLong(1L << 32);

    private RunSettings() {}

    static long seed() {
        return number(SEED).orElse(RANDOM_SEED);
    }

    /** The one that is asked for, or as many as are asked for. */
    static LongStream rounds() {
        return number(ROUND)
                .map(LongStream::of)
                .orElseGet(() -> LongStream.range(0, number(ROUNDS).orElse(USUAL_ROUNDS)));
    }

    /** The one that is asked for, or as many as the texts that are asked for need. */
    static LongStream injectionRounds(int textsEach) {
        return number(ROUND)
                .map(LongStream::of)
                .orElseGet(() ->
                        LongStream.range(0, (number(INJECTIONS).orElse(USUAL_INJECTIONS) + textsEach - 1) / textsEach));
    }

    /** How many texts are asked for. */
    static int injections() {
        return Math.toIntExact(number(INJECTIONS).orElse(USUAL_INJECTIONS));
    }

    static String toReplay(long seed, long round) {
        return "-D" + SEED + "=" + seed + " -D" + ROUND + "=" + round;
    }

    private static Optional<Long> number(String property) {
        @Nullable String set = System.getProperty(property);
        return Optional.ofNullable(set == null ? System.getenv(variable(property)) : set)
                .filter(text -> !text.isBlank())
                .map(text -> parse(property, text));
    }

    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static long parse(String property, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException(
                    property + " must be a whole number, but it is '" + text + "'", malformed);
        }
    }
}
