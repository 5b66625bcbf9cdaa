// SPDX-License-Identifier: Apache-2.0
/** Faults of the network, on command: a proxy between what is tested and its server. */
@NullMarked
package dev.dualbase.testkit.fault;

import org.jspecify.annotations.NullMarked;
