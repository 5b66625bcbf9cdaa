// SPDX-License-Identifier: Apache-2.0
/** What the packages of this module share; not for users, and free to change. */
@NullMarked
package dev.dualbase.repositories.internal;

import org.jspecify.annotations.NullMarked;
