// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.JdbcBackend;
import dev.dualbase.supabase.pooler.PoolerMode;
import dev.dualbase.supabase.pooler.SupabasePooler;
import dev.dualbase.supabase.pooler.SupabasePoolerBuilder;
import dev.dualbase.supabase.rest.SupabaseRestBackend;
import dev.dualbase.supabase.rest.SupabaseRestBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Backends on Supabase: through its REST API, and through its pooler. */
public final class SupabaseBackends {

    private static final String URL = "SUPABASE_URL";
    private static final String KEY = "SUPABASE_KEY";

    private SupabaseBackends() {}

    /**
     * A backend on a project's REST API, with defaults. Nothing is sent before the first call.
     *
     * @param url the address of the project, {@code https://<ref>.supabase.co}, or that of any PostgREST
     * @param key a secret or service key of the project; it appears in no message
     * @throws InvalidValueException if one of them cannot be
     */
    public static SupabaseRestBackend rest(String url, String key) {
        return restBuilder(url, key).build();
    }

    /** Configures a backend on a project's REST API. */
    public static SupabaseRestBuilder restBuilder(String url, String key) {
        return new SupabaseRestBuilder(url, key);
    }

    /**
     * A backend on the REST API of the project that {@code SUPABASE_URL} names, with the key in {@code SUPABASE_KEY}.
     *
     * @throws InvalidValueException naming every variable that is missing or wrong
     */
    public static SupabaseRestBackend restFromEnvironment() {
        return restFromEnvironment(System::getenv);
    }

    /** Configures a backend on a project's PostgreSQL itself, directly or through Supabase's pooler. */
    public static SupabasePoolerBuilder pooler(PoolerMode mode) {
        return SupabasePooler.builder(mode);
    }

    /**
     * A backend on the PostgreSQL that {@code SUPABASE_DB_MODE}, {@code SUPABASE_DB_URL} and their companions name.
     *
     * @throws InvalidValueException naming every variable that is missing or wrong
     */
    public static JdbcBackend poolerFromEnvironment() {
        return SupabasePooler.fromEnvironment();
    }

    static SupabaseRestBackend restFromEnvironment(UnaryOperator<@Nullable String> environment) {
        List<String> missing = new ArrayList<>();
        String url = require(environment, URL, missing);
        String key = require(environment, KEY, missing);
        if (!missing.isEmpty()) {
            throw new InvalidValueException("environment: " + String.join(" and ", missing) + " not set");
        }
        return rest(url, key);
    }

    private static String require(UnaryOperator<@Nullable String> environment, String name, List<String> missing) {
        String value = environment.apply(name);
        if (value == null || value.isBlank()) {
            missing.add(name);
            return "";
        }
        return value;
    }
}
