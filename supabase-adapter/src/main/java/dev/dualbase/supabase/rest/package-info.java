// SPDX-License-Identifier: Apache-2.0
/** PostgreSQL over PostgREST: the JDK's HTTP client talks, Jackson reads. */
@NullMarked
@CheckReturnValue
package dev.dualbase.supabase.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
