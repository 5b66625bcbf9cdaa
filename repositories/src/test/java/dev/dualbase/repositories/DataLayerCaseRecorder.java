// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.testkit.internal.CaseRecorder;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Writes what the cases of {@link DataLayerContract} found. A case of a method is known by the method's name. */
final class DataLayerCaseRecorder extends CaseRecorder {

    @Override
    protected String title(Object test) {
        return ((DataLayerContract) test).title();
    }

    @Override
    protected Set<String> differences(Object test) {
        return ((DataLayerContract) test).differences();
    }

    @Override
    protected String name(ExtensionContext context) {
        boolean ofMethod = context.getRequiredTestMethod().getParameterCount() > 0;
        return ofMethod ? context.getDisplayName() : super.name(context);
    }
}
