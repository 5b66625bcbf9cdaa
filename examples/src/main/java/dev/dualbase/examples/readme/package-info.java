// SPDX-License-Identifier: Apache-2.0
/** What the README shows, compiled. */
@NullMarked
package dev.dualbase.examples.readme;

import org.jspecify.annotations.NullMarked;
