// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a host's name says of Supabase's own hosts. */
record SupabaseHost(String name) {

    private static final Pattern DIRECT = Pattern.compile("db\\.([a-z0-9]+)\\.supabase\\.co");

    static SupabaseHost ofProject(String reference) {
        return new SupabaseHost("db." + reference + ".supabase.co");
    }

    /** The pooler that projects share: one host for a region. */
    boolean isSharedPooler() {
        return name.endsWith(".pooler.supabase.com");
    }

    /** The project whose own host it is: the database on port 5432, and on port 6543 a pooler that some projects have. */
    Optional<String> project() {
        Matcher matcher = DIRECT.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
