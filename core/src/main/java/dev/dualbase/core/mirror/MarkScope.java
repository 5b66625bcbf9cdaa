// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.mirror;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the transaction of one thread has touched so far, in order. */
final class MarkScope {

    private final boolean recording;
    private final List<RowMark> marks = new ArrayList<>();

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

    void add(Collection<RowMark> more) {
        marks.addAll(more);
    }

    int size() {
        return marks.size();
    }

    /** Forgets what came after a savepoint. */
    void backTo(int size) {
        marks.subList(size, marks.size()).clear();
    }

    List<RowMark> distinct() {
        return marks.stream().distinct().toList();
    }
}
