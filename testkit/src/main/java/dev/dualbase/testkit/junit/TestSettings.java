// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.junit;

import dev.dualbase.testkit.fixture.ProtectedTenants;
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
 * @param skipsWithoutPostgrest whether tests are skipped where there is a server, and no PostgREST
 * @param tenants whom tests leave alone
 */
record TestSettings(
        KeepPolicy keep, boolean skipsWithoutServer, boolean skipsWithoutPostgrest, ProtectedTenants tenants) {
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
        Optional<Boolean> missing = settings.apply(MISSING).map(TestSettings::isSkip);
        return new TestSettings(
                settings.apply(KEEP).map(KeepPolicy::parse).orElse(KeepPolicy.FAILED),
                missing.orElse(false) && !continuousIntegration,
                missing.orElse(true) && !continuousIntegration,
                settings.apply(ProtectedTenants.SETTING)
                        .map(ProtectedTenants::parse)
                        .orElseGet(ProtectedTenants::fromSettings));
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
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
