// SPDX-License-Identifier: Apache-2.0
/** When and how often an operation is run again. */
@NullMarked
package dev.dualbase.core.retry;

import org.jspecify.annotations.NullMarked;
