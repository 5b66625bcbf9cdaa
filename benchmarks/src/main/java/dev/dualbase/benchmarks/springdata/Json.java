// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

/** A JSON document. */
record Json(String text) {}
