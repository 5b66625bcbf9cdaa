// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

/** How many rows the transaction of one thread has noted so far. */
final class MarkScope {

    private final boolean recording;
    private long rows;

    /**
     * The scope of a transaction that begins.
     *
     * @param recording whether dual writes were on at its begin, which holds until its end
     */
    MarkScope(boolean recording) {
        this.recording = recording;
    }

    boolean recording() {
        return recording;
    }

    void add(long more) {
        rows += more;
    }

    long rows() {
        return rows;
    }

    /** Forgets what came after a savepoint: its notes are gone with it. */
    void backTo(long savepoint) {
        rows = savepoint;
    }
}
