// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A connection string as Supabase shows it: {@code postgresql://user:password@host:port/database}. */
final class PoolerUrl {

    private static final String URL = PoolerEnvironment.URL;
    private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");

    /** What Supabase shows where a person has to put the password, in decoded form. */
    private static final String PLACEHOLDER = "[YOUR-PASSWORD]";

    private PoolerUrl() {}

    /** What it says; nothing, and a problem, if it cannot be read. */
    static Map<Setting, String> parse(String text, List<String> problems) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        if (text.contains(PLACEHOLDER)) {
            problems.add(URL + " still has " + PLACEHOLDER + " in it: put the password there");
            return parse(text.replace(PLACEHOLDER, "x"), problems);
        }
        @Nullable URI uri = uri(text);
        if (uri == null || !SCHEMES.contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            problems.add(
                    URL + " is not postgresql://user:password@host:port/database; other characters than letters and"
                            + " digits in the password are written in percent, such as %23 for #");
            return settings;
        }
        settings.put(Setting.HOST, uri.getHost());
        if (uri.getPort() >= 0) {
            settings.put(Setting.PORT, Integer.toString(uri.getPort()));
        }
        addUser(settings, uri.getRawUserInfo());
        String path = String.valueOf(uri.getPath()).replaceFirst("^/", "");
        if (!path.isEmpty()) {
            settings.put(Setting.DATABASE, path);
        }
        addParameters(settings, uri.getQuery(), problems);
        return settings;
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            // its message quotes the text, which may hold a password
            return null;
        }
    }

    private static void addUser(Map<Setting, String> settings, @Nullable String raw) {
        if (raw == null) {
            return;
        }
        String[] parts = raw.split(":", 2);
        settings.put(Setting.USER, decoded(parts[0]));
        if (parts.length == 2) {
            settings.put(Setting.PASSWORD, decoded(parts[1]));
        }
    }

    /** In this part of an address a plus sign is a plus sign. */
    private static String decoded(String raw) {
        return URI.create("x://" + raw + "@h").getUserInfo();
    }

    private static void addParameters(Map<Setting, String> settings, @Nullable String query, List<String> problems) {
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String[] parts = parameter.split("=", 2);
            if (parts[0].equals("sslmode") && parts.length == 2) {
                settings.put(Setting.SSL_MODE, parts[1]);
            } else if (!parts[0].equals("pgbouncer")) {
                // that one is for other libraries, and the mode says it
                problems.add(URL + " has the parameter " + parts[0] + ", which is not read: remove it");
            }
        }
    }
}
