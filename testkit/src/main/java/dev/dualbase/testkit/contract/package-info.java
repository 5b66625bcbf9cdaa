// SPDX-License-Identifier: Apache-2.0
/**
 * What every {@link dev.dualbase.core.backend.Backend} must do, as test cases. Whoever writes a backend extends
 * {@link dev.dualbase.testkit.contract.BackendContract}.
 */
@NullMarked
package dev.dualbase.testkit.contract;

import org.jspecify.annotations.NullMarked;
