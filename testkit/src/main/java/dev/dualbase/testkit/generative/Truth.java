// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** SQL's logic. */
enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Unknown for null. */
    static Truth of(@Nullable Boolean value) {
        return value == null ? UNKNOWN : of(value.booleanValue());
    }

    Truth negated() {
        return values()[TRUE.ordinal() - ordinal()];
    }

    static Truth all(Collection<Truth> operands) {
        return operands.stream().min(Truth::compareTo).orElse(TRUE);
    }

    static Truth any(Collection<Truth> operands) {
        return operands.stream().max(Truth::compareTo).orElse(FALSE);
    }
}
