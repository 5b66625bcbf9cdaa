// SPDX-License-Identifier: Apache-2.0
/** Who and what a call is about: kinds of identifiers that cannot be taken for one another. */
@NullMarked
package dev.dualbase.repositories.id;

import org.jspecify.annotations.NullMarked;
