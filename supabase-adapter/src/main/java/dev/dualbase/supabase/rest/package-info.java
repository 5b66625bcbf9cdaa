// SPDX-License-Identifier: Apache-2.0
/** The backend that speaks to Supabase's REST API. */
@NullMarked
package dev.dualbase.supabase.rest;

import org.jspecify.annotations.NullMarked;
