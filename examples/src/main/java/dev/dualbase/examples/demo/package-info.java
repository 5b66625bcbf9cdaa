// SPDX-License-Identifier: Apache-2.0
/** A working day of one salon on a real PostgreSQL, from an empty schema to the last check. */
@NullMarked
package dev.dualbase.examples.demo;

import org.jspecify.annotations.NullMarked;
