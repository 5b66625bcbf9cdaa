// SPDX-License-Identifier: Apache-2.0
/** The public vocabulary of Dualbase: backends, filters, repositories and the exceptions they raise. */
@NullMarked
package dev.dualbase.core;

import org.jspecify.annotations.NullMarked;
