// SPDX-License-Identifier: Apache-2.0
/** Opens Supabase's PostgreSQL over JDBC: directly, or through its pooler by the session or by the transaction. */
@NullMarked
package dev.dualbase.supabase.pooler;

import org.jspecify.annotations.NullMarked;
