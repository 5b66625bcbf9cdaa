// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowCapTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final RowCap cap = new RowCap(now::get);

    @Test
    void nothing_but_one_row_or_none_is_certain_at_first() {
        assertThat(cap.isBelow(1)).isTrue();
        assertThat(cap.isBelow(2)).isFalse();
    }

    @Test
    void what_is_shorter_than_the_longest_answer_was_not_cut() {
        cap.saw(10);
        cap.saw(3);
        assertThat(cap.isBelow(9)).isTrue();
        assertThat(cap.isBelow(10)).isFalse();
    }

    @Test
    void what_was_seen_counts_for_a_minute() {
        cap.saw(1000);
        now.addAndGet(TimeUnit.SECONDS.toNanos(60));
        assertThat(cap.isBelow(10)).isTrue();
        now.addAndGet(1);
        assertThat(cap.isBelow(10)).isFalse();
        cap.saw(10);
        assertThat(cap.isBelow(9)).isTrue();
        assertThat(cap.isBelow(10)).isFalse();
    }

    @Test
    void seeing_it_again_makes_it_fresh() {
        cap.saw(10);
        now.addAndGet(TimeUnit.SECONDS.toNanos(50));
        cap.saw(10);
        now.addAndGet(TimeUnit.SECONDS.toNanos(50));
        assertThat(cap.isBelow(9)).isTrue();
    }
}
