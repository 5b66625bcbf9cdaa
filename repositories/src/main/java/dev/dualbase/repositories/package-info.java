// SPDX-License-Identifier: Apache-2.0
/** The repositories of the salon domain. */
@NullMarked
package dev.dualbase.repositories;

import org.jspecify.annotations.NullMarked;
