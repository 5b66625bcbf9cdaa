// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.testkit.internal.CaseRecorder;
import java.util.Set;

/** Writes what the cases of {@link BackendContract} found. */
final class BackendCaseRecorder extends CaseRecorder {
    @Override
    protected String title(Object test) {
        return ((BackendContract) test).title();
    }

    @Override
    protected Set<String> differences(Object test) {
        return ((BackendContract) test).items().differences();
    }
}
