// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.fault;

/** A fault whose moment is in a piece, and how many bytes of it pass before. */
record Hit(Strike strike, int passing) {}
