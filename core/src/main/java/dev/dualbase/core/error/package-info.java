// SPDX-License-Identifier: Apache-2.0
/** What can go wrong: one sealed hierarchy, decided by SQLSTATE, without values in its messages. */
@NullMarked
package dev.dualbase.core.error;

import org.jspecify.annotations.NullMarked;
