// SPDX-License-Identifier: Apache-2.0
/** How values of columns are named, checked, bound and written as text. */
@NullMarked
package dev.dualbase.core.type;

import org.jspecify.annotations.NullMarked;
