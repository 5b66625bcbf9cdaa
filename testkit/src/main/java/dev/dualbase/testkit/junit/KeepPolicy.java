// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Which databases stay for somebody to look at. */
enum KeepPolicy {
    NEVER,
    FAILED,
    ALWAYS;

    static KeepPolicy parse(String text) {
        for (KeepPolicy policy : values()) {
            if (policy.name().toLowerCase(Locale.ROOT).equals(text)) {
                return policy;
            }
        }
        throw new ExtensionConfigurationException(
                TestSettings.KEEP + " must be never, failed or always, but it is '" + text + "'");
    }

    boolean keeps(boolean failed) {
        return this == ALWAYS || this == FAILED && failed;
    }
}
