// SPDX-License-Identifier: Apache-2.0
/** Rows for libraries that set fields by the names of columns: all columns in the order of the table, JSON as text. */
@NullMarked
package dev.dualbase.benchmarks.fields;

import org.jspecify.annotations.NullMarked;
