// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

/** What the demo does, as a numbered list. */
final class Steps {

    private int number;

    /** Something to do. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }

    void timed(String what, Step body) throws Exception {
        long begin = System.nanoTime();
        body.run();
        say(what + " in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    void say(String what) {
        number++;
        System.out.printf("%4d. %s%n", number, what);
    }
}
