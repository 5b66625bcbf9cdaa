// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import static dev.dualbase.repositories.flag.FlagNames.COMPANIES;
import static dev.dualbase.repositories.flag.FlagNames.DUAL_WRITE;
import static dev.dualbase.repositories.flag.FlagNames.LEGACY_SUPABASE;
import static dev.dualbase.repositories.flag.FlagNames.PRIMARY;
import static dev.dualbase.repositories.flag.FlagNames.READS;
import static dev.dualbase.repositories.flag.FlagNames.READ_FALLBACK;
import static dev.dualbase.repositories.flag.FlagNames.REPOSITORY_PATTERN;
import static dev.dualbase.repositories.flag.FlagNames.SHADOW_READS;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.flag.FlagReader;
import dev.dualbase.core.observation.CallLogging;
import dev.dualbase.repositories.id.CompanyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What flags mean together, and which of them contradict one another. */
final class FlagRules {

    private final FlagReader flags;

    FlagRules(FlagReader flags) {
        this.flags = flags;
    }

    BackendFlags read(Set<String> configured) {
        boolean pattern = flags.isOn(REPOSITORY_PATTERN, false);
        boolean legacy = flags.isOn(LEGACY_SUPABASE, true);
        BackendFlags read = new BackendFlags(
                flags.isOn(PRIMARY, !legacy) ? Side.TIMEWEB : Side.SUPABASE,
                repositories(),
                companies(),
                flags.isOn(DUAL_WRITE, false),
                flags.isOn(READS, false),
                flags.isOn(READ_FALLBACK, false),
                flags.percent(SHADOW_READS),
                CallLogging.read(flags));
        if (!pattern && !legacy) {
            flags.refuse(REPOSITORY_PATTERN + " and " + LEGACY_SUPABASE + " are both false: no backend is in use");
        } else if (!pattern) {
            requireNone(askingForTimeweb(read), "ask for Timeweb, which " + REPOSITORY_PATTERN + "=false leaves out");
        } else if (!legacy) {
            requireNone(askingForSupabase(read), "ask for Supabase, which " + LEGACY_SUPABASE + "=false leaves out");
        }
        if (read.timewebReads() && !read.dualWrite()) {
            flags.refuse(READS + " needs " + DUAL_WRITE + "=true: without it Timeweb is out of date");
        }
        if (read.readFallback() && !read.dualWrite()) {
            flags.refuse(READ_FALLBACK + " needs " + DUAL_WRITE + "=true: without it the other side is out of date");
        }
        requireConfigured(read, configured);
        return read;
    }

    private Map<String, Side> repositories() {
        Map<String, Side> sides = new HashMap<>();
        for (SalonModule module : SalonModule.values()) {
            for (String repository : module.repositories()) {
                flags.isOn(FlagNames.of(repository))
                        .or(() -> flags.isOn(module.flag()))
                        .ifPresent(on -> sides.put(repository, on ? Side.TIMEWEB : Side.SUPABASE));
            }
        }
        return sides;
    }

    private Set<CompanyId> companies() {
        Set<CompanyId> companies = new HashSet<>();
        for (String number : flags.list(COMPANIES)) {
            try {
                companies.add(CompanyId.parse(number));
            } catch (InvalidValueException notOne) {
                flags.refuse(COMPANIES + " is not a list of numbers of salons between commas");
            }
        }
        return companies;
    }

    private Set<String> askingForTimeweb(BackendFlags read) {
        Set<String> names = askingForTwo(read);
        Stream.concat(Stream.of(PRIMARY), FlagNames.switches().stream())
                .filter(name -> flags.isOn(name, false))
                .forEach(names::add);
        if (read.timewebReads()) {
            names.add(READS);
        }
        if (flags.isSet(COMPANIES)) {
            names.add(COMPANIES);
        }
        return names;
    }

    private Set<String> askingForSupabase(BackendFlags read) {
        Set<String> names = askingForTwo(read);
        Stream.concat(Stream.of(PRIMARY), FlagNames.switches().stream())
                .filter(name -> !flags.isOn(name, true))
                .forEach(names::add);
        return names;
    }

    private static Set<String> askingForTwo(BackendFlags read) {
        Set<String> names = new TreeSet<>();
        if (read.dualWrite()) {
            names.add(DUAL_WRITE);
        }
        if (read.readFallback()) {
            names.add(READ_FALLBACK);
        }
        if (read.shadowReadPercent() > 0) {
            names.add(SHADOW_READS);
        }
        return names;
    }

    private void requireNone(Set<String> names, String problem) {
        if (!names.isEmpty()) {
            flags.refuse(String.join(", ", names) + " " + problem);
        }
    }

    private void requireConfigured(BackendFlags read, Set<String> configured) {
        Set<String> missing = new TreeSet<>(read.plan().backends());
        missing.removeAll(configured);
        if (!missing.isEmpty()) {
            List<String> set = FlagNames.all().stream()
                    .filter(name -> !CallLogging.FLAGS.contains(name) && flags.isSet(name))
                    .toList();
            flags.refuse("no backend is configured as " + String.join(", ", missing) + ", which "
                    + (set.isEmpty() ? "no flag at all asks for" : String.join(", ", set) + " ask for"));
        }
    }
}
