// SPDX-License-Identifier: Apache-2.0
/** Looking for data where there must be none: in exceptions, logs, events and metrics. */
@NullMarked
package dev.dualbase.testkit.privacy;

import org.jspecify.annotations.NullMarked;
