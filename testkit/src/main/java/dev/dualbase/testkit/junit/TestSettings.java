// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a person may set from outside.
 *
 * @param keep which databases stay
 * @param skipsWithoutServer whether tests are skipped where there is no server
 */
record TestSettings(KeepPolicy keep, boolean skipsWithoutServer) {
    static final String KEEP = "dualbase.test.keep";
    static final String MISSING = "dualbase.test.missing";

    static TestSettings of(ExtensionContext context) {
        return of(context::getConfigurationParameter, name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * Reads them.
     *
     * @param parameters by name, such as {@code dualbase.test.keep}
     * @param environment for what the parameters do not have, such as {@code DUALBASE_TEST_KEEP}; and for {@code CI}
     */
    static TestSettings of(
            Function<String, Optional<String>> parameters, Function<String, Optional<String>> environment) {
        Function<String, Optional<String>> settings =
                name -> parameters.apply(name).or(() -> environment.apply(variable(name)));
        boolean continuousIntegration = environment.apply("CI").isPresent();
        return new TestSettings(
                settings.apply(KEEP).map(KeepPolicy::parse).orElse(KeepPolicy.FAILED),
                settings.apply(MISSING).map(TestSettings::isSkip).orElse(false) && !continuousIntegration);
    }

    private static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static boolean isSkip(String text) {
        return switch (text) {
            case "skip" -> true;
            case "fail" -> false;
            default ->
                throw new ExtensionConfigurationException(MISSING + " must be fail or skip, but it is '" + text + "'");
        };
    }
}
