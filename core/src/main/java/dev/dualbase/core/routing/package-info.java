// SPDX-License-Identifier: Apache-2.0
/**
 * One backend around several, and a plan that says which of them an operation goes to: by tenant, by repository, by table,
 * reads and writes apart. The plan changes while a service runs.
 */
@NullMarked
@CheckReturnValue
package dev.dualbase.core.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
