// SPDX-License-Identifier: Apache-2.0
/** Now and today where the business is. */
@NullMarked
package dev.dualbase.core.time;

import org.jspecify.annotations.NullMarked;
