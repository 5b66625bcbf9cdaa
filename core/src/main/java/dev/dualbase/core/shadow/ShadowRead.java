// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.shadow;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Read;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jooq.Field;

/** One read that is asked again, on a thread of the shadow reads. */
final class ShadowRead implements Runnable {

    private final Backend primary;
    private final Backend other;
    private final Read<?> read;
    private final ShadowAnswer given;
    private final List<Field<?>> columns;
    private final boolean count;
    private final ShadowReadOptions options;
    private final ShadowReport report;
    private final long givenAt = System.nanoTime();

    ShadowRead(
            Backend primary,
            Backend other,
            Read<?> read,
            ShadowAnswer given,
            boolean count,
            ShadowReadOptions options,
            ShadowReport report) {
        this.primary = primary;
        this.other = other;
        this.read = read;
        this.given = given;
        this.columns = options.compared(read);
        this.count = count;
        this.options = options;
        this.report = report;
    }

    @Override
    public void run() {
        try {
            report.count(System.nanoTime() - givenAt > options.limit().toNanos() ? ShadowOutcome.DROPPED : compare());
        } catch (RuntimeException | Error failure) {
            report.broken(failure);
        }
    }

    private ShadowOutcome compare() {
        ShadowAnswer there = ask(other);
        if (given.failed()) {
            return there.failed() ? ShadowOutcome.BOTH_FAILED : ShadowOutcome.ONLY_PRIMARY_FAILED;
        } else if (there.failed()) {
            return ShadowOutcome.ONLY_OTHER_FAILED;
        } else if (given.equals(there)) {
            return ShadowOutcome.AGREED;
        }
        return options.settle().isZero() ? differed(given, there) : lookAgain();
    }

    /** A row may have changed, or be on its way to the other side: only what stays is a difference. */
    private ShadowOutcome lookAgain() {
        LockSupport.parkNanos(options.settle().toNanos());
        ShadowAnswer before = ask(primary);
        ShadowAnswer there = ask(other);
        if (there.failed()) {
            return ShadowOutcome.ONLY_OTHER_FAILED;
        } else if (there.equals(before)) {
            return ShadowOutcome.AGREED;
        }
        ShadowAnswer after = ask(primary);
        if (there.equals(after)) {
            return ShadowOutcome.AGREED;
        }
        return before.equals(after) ? differed(after, there) : ShadowOutcome.UNSETTLED;
    }

    private ShadowAnswer ask(Backend side) {
        return ShadowAnswer.ask(side, read, columns, count);
    }

    private ShadowOutcome differed(ShadowAnswer here, ShadowAnswer there) {
        report.tell(AnswerDifference.between(read, columns, here, there));
        return ShadowOutcome.DIFFERED;
    }
}
