// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chance that can be repeated: the same seed gives the same throws on every machine. */
final class Dice {
    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    static Dice of(long seed) {
        return new Dice(new Random(seed));
    }

    /** Dice for one of many parts of the same run, independent of the others. */
    static Dice of(long seed, long part) {
        return of(31 * Long.rotateLeft(seed, 17) + 0x9E3779B97F4A7C15L * (part + 1));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    long anyLong() {
        return random.nextLong();
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[below(choices.length)];
    }

    <T> List<T> list(int size, Supplier<? extends T> each) {
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(each.get());
        }
        return list;
    }

    /** Some of them, at least one, in any order. */
    <T> List<T> some(List<T> choices, int most) {
        List<T> shuffled = shuffled(choices);
        return shuffled.subList(0, between(1, Math.min(most, shuffled.size())));
    }

    <T> List<T> shuffled(List<T> choices) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
