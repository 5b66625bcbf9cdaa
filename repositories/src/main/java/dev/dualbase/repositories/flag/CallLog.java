// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.observation.CallEvent;
import dev.dualbase.core.observation.CallListener;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the calls of one side while the flag says so. */
final class CallLog implements CallListener {

    private static final Logger CALLS = LoggerFactory.getLogger("dev.dualbase.calls");

    private final Side side;
    private final BooleanSupplier wanted;

    CallLog(Side side, BooleanSupplier wanted) {
        this.side = side;
        this.wanted = wanted;
    }

    @Override
    public void finished(CallEvent event) {
        if (wanted.getAsBoolean()) {
            CALLS.info(
                    "{} {} {} on {}: {} rows in {} ms{}",
                    event.origin(),
                    event.kind(),
                    event.table(),
                    side.backend(),
                    event.rows(),
                    event.total().toMillis(),
                    event.failure()
                            .map(failure -> ", failed: " + failure.getMessage())
                            .orElse(""));
        }
    }
}
