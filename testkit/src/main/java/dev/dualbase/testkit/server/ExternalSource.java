// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.ServerRefusedException;
import dev.dualbase.testkit.internal.Setting;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** The server that a setting names. */
final class ExternalSource implements ServerSource {
    @Override
    public Endpoint start() throws ServerRefusedException {
        String url = Setting.URL
                .value()
                .orElseThrow(() -> new ServerRefusedException(
                        "neither " + Setting.URL.property() + " nor " + Setting.URL.variable() + " is set"));
        return at(url);
    }

    private static Endpoint at(String text) {
        DatabaseUrl url = DatabaseUrl.parse(text);
        @Nullable Properties parts = Driver.parseURL(text, new Properties());
        Properties known = parts == null ? new Properties() : parts;
        return new Endpoint(
                url,
                Setting.USER.value().orElse(known.getProperty("user", "postgres")),
                Setting.PASSWORD.value().orElse(known.getProperty("password", "")),
                () -> {});
    }
}
