// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** What {@link ServerPooling#TRANSACTION} demands of the driver. */
final class TransactionPooling {

    /** Older servers are not supported; knowing it, the driver sends no SET after it has connected. */
    private static final String OLDEST_SERVER = "15";

    private TransactionPooling() {}

    /** Settings of the URL or the properties that need a session of the server: every one, and what to do instead. */
    static List<String> contradictions(@Nullable String url, Map<String, String> properties) {
        Properties fromUrl = url == null ? null : Driver.parseURL(url, null);
        Properties settings = new Properties(fromUrl);
        settings.putAll(properties);
        List<String> problems = new ArrayList<>();
        only("", PGProperty.OPTIONS, "set them for the role with ALTER ROLE", settings, problems);
        only("", PGProperty.CURRENT_SCHEMA, "name it in schema(..)", settings, problems);
        only("0", PGProperty.PREPARE_THRESHOLD, "no statement can have a name", settings, problems);
        only("extended", PGProperty.PREFER_QUERY_MODE, "the statement timeout needs it", settings, problems);
        if ("always".equals(PGProperty.READ_ONLY_MODE.getOrDefault(settings))) {
            problems.add(refusal(PGProperty.READ_ONLY_MODE) + " be always: other clients would be read-only too");
        }
        return problems;
    }

    private static void only(
            String allowed, PGProperty property, String remedy, Properties settings, List<String> problems) {
        String value = settings.getProperty(property.getName(), allowed);
        if (!value.strip().equals(allowed)) {
            String demand = allowed.isEmpty() ? " be set: " : " be anything but " + allowed + ": ";
            problems.add(refusal(property) + demand + remedy);
        }
    }

    private static String refusal(PGProperty property) {
        return "with transaction pooling the driver's " + property.getName() + " cannot";
    }

    /** Turns off what needs a session. */
    static void prepare(PGSimpleDataSource source) {
        source.setPrepareThreshold(0);
        if (source.getAssumeMinServerVersion() == null) {
            source.setAssumeMinServerVersion(OLDEST_SERVER);
        }
    }
}
