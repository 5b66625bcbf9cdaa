// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.repositories.id.CompanyId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Which rows change their primary from one state of the flags to the next. */
final class Moves {

    private Moves() {}

    /** The sides that some rows leave. */
    static Set<Side> leaving(BackendFlags before, BackendFlags after) {
        Set<Side> left = EnumSet.noneOf(Side.class);
        if (before.primary() != after.primary()) {
            left.add(before.primary());
        }
        Set<String> repositories = new HashSet<>(before.repositories().keySet());
        repositories.addAll(after.repositories().keySet());
        repositories.stream()
                .filter(name -> home(before, name) != home(after, name))
                .forEach(name -> left.add(home(before, name)));
        // a salon that is named comes from wherever its rows were by then, and goes back to where they belong now
        if (!after.companies().equals(before.companies())) {
            if (isMissing(before, after) && homes(before).contains(Side.SUPABASE)) {
                left.add(Side.SUPABASE);
            }
            if (isMissing(after, before) && homes(after).contains(Side.SUPABASE)) {
                left.add(Side.TIMEWEB);
            }
        }
        return left;
    }

    /** Whether rows of the same tables get their ids on both sides, because salons are on both. */
    static boolean splitsTables(BackendFlags flags) {
        return !flags.companies().isEmpty() && homes(flags).contains(Side.SUPABASE);
    }

    private static Side home(BackendFlags flags, String repository) {
        return flags.repositories().getOrDefault(repository, flags.primary());
    }

    /** Where rows are of salons that are not named. */
    private static Set<Side> homes(BackendFlags flags) {
        Set<Side> homes = EnumSet.of(flags.primary());
        homes.addAll(flags.repositories().values());
        return homes;
    }

    /** Whether one state lacks a salon of the other. */
    private static boolean isMissing(BackendFlags in, BackendFlags of) {
        Set<CompanyId> missing = new HashSet<>(of.companies());
        missing.removeAll(in.companies());
        return !missing.isEmpty();
    }
}
