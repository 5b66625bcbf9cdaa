// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import dev.dualbase.core.observation.CallLogging;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of all flags. */
final class FlagNames {

    static final String REPOSITORY_PATTERN = "USE_REPOSITORY_PATTERN";
    static final String LEGACY_SUPABASE = "USE_LEGACY_SUPABASE";
    static final String PRIMARY = "TIMEWEB_IS_PRIMARY";
    static final String READS = "TIMEWEB_READS";
    static final String READ_FALLBACK = "READ_FALLBACK";
    static final String COMPANIES = "TIMEWEB_COMPANIES";
    static final String DUAL_WRITE = "ENABLE_DUAL_WRITE";
    static final String SHADOW_READS = "SHADOW_READ_PERCENT";

    private FlagNames() {}

    static Set<String> all() {
        Set<String> names = new TreeSet<>(List.of(
                REPOSITORY_PATTERN,
                LEGACY_SUPABASE,
                PRIMARY,
                READS,
                READ_FALLBACK,
                COMPANIES,
                DUAL_WRITE,
                SHADOW_READS));
        names.addAll(CallLogging.FLAGS);
        for (SalonModule module : SalonModule.values()) {
            names.add(module.flag());
            module.repositories().forEach(repository -> names.add(of(repository)));
        }
        return names;
    }

    /** {@code TIMEWEB_CLIENT_REPOSITORY} for {@code ClientRepository}. */
    static String of(String repository) {
        return "TIMEWEB_" + repository.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /** The flags that ask for one side for some repositories. */
    static List<String> switches() {
        return Arrays.stream(SalonModule.values())
                .flatMap(module -> Stream.concat(
                        Stream.of(module.flag()), module.repositories().stream().map(FlagNames::of)))
                .toList();
    }
}
