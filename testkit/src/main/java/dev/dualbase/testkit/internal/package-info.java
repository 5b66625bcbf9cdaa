// SPDX-License-Identifier: Apache-2.0
/** What the parts of the kit share. Not for users: it may change without notice. */
@NullMarked
package dev.dualbase.testkit.internal;

import org.jspecify.annotations.NullMarked;
