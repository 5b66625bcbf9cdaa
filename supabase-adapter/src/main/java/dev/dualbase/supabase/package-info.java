// SPDX-License-Identifier: Apache-2.0
/** Opens a backend on Supabase. */
@NullMarked
package dev.dualbase.supabase;

import org.jspecify.annotations.NullMarked;
