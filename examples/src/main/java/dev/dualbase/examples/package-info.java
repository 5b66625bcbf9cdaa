// SPDX-License-Identifier: Apache-2.0
/** Small host services built on Dualbase. */
@NullMarked
package dev.dualbase.examples;

import org.jspecify.annotations.NullMarked;
