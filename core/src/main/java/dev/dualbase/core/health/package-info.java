// SPDX-License-Identifier: Apache-2.0
/** Asking how a backend is, for the health endpoint of a host. */
@NullMarked
package dev.dualbase.core.health;

import org.jspecify.annotations.NullMarked;
