// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Rows of several sources, each in order, in order. Of each source one page is held. */
final class MergedRows<R extends Record> implements Iterator<R> {

    private final PriorityQueue<Head<R>> heads;

    MergedRows(List<Iterator<R>> sources, Comparator<Record> order) {
        this.heads = new PriorityQueue<>(Comparator.comparing(head -> head.row, order));
        sources.forEach(this::advance);
    }

    private void advance(Iterator<R> source) {
        if (source.hasNext()) {
            heads.add(new Head<>(source.next(), source));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public R next() {
        @Nullable Head<R> first = heads.poll();
        if (first == null) {
            throw new NoSuchElementException();
        }
        advance(first.rest);
        return first.row;
    }

    /** The next row of a source. */
    private record Head<R>(R row, Iterator<R> rest) {}
}
