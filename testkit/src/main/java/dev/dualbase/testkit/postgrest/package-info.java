// SPDX-License-Identifier: Apache-2.0
/** PostgREST for tests: the REST API that Supabase puts in front of PostgreSQL, as a real process. */
@NullMarked
package dev.dualbase.testkit.postgrest;

import org.jspecify.annotations.NullMarked;
