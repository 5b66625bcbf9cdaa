// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads settings from variables, and collects every problem before it says any. */
final class PoolerEnvironment {

    static final String URL = "SUPABASE_DB_URL";

    private final Map<String, String> variables;
    private final List<String> problems = new ArrayList<>();

    private PoolerEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    static SupabasePoolerBuilder read(Map<String, String> variables) {
        return new PoolerEnvironment(variables).read();
    }

    private SupabasePoolerBuilder read() {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            optional(setting.variable()).ifPresent(value -> settings.put(setting, value));
        }
        optional(URL).ifPresent(url -> addUrl(settings, url));
        return new SupabasePoolerBuilder(mode(settings.remove(Setting.MODE)), settings, problems);
    }

    private void addUrl(Map<Setting, String> settings, String url) {
        PoolerUrl.parse(url, problems).forEach((setting, value) -> {
            if (settings.putIfAbsent(setting, value) != null) {
                problems.add(setting.variable() + " and " + URL + " say the same thing: remove one");
            }
        });
    }

    private @Nullable PoolerMode mode(@Nullable String text) {
        Optional<PoolerMode> mode = Optional.ofNullable(text).flatMap(PoolerMode::labelled);
        if (mode.isEmpty()) {
            problems.add(Setting.MODE.variable() + " is none of direct, session, transaction");
        }
        return mode.orElse(null);
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
