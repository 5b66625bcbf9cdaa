// SPDX-License-Identifier: Apache-2.0
/** What a database really has, compared with the types that were generated for it. */
@NullMarked
package dev.dualbase.core.schema;

import org.jspecify.annotations.NullMarked;
