// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks up each flag by its name. */
final class LookupSource implements FlagSource {

    private final Function<String, @Nullable String> lookup;

    LookupSource(Function<String, @Nullable String> lookup) {
        this.lookup = lookup;
    }

    @Override
    public Map<String, String> values(Collection<String> names) {
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            String value = lookup.apply(name);
            if (value != null && !value.isBlank()) {
                values.put(name, value.strip());
            }
        }
        return values;
    }
}
