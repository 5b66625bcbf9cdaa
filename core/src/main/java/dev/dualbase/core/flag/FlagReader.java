// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import dev.dualbase.core.error.InvalidValueException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values of some flags at one moment, and what is wrong with them: every problem is collected before any is said. Its
 * messages name flags and quote no text that is not a value one of them may have.
 */
public final class FlagReader {

    private final Map<String, String> values;
    private final Set<String> problems = new LinkedHashSet<>();

    private FlagReader(Map<String, String> values) {
        this.values = values;
    }

    /** Asks a source for these flags. */
    public static FlagReader read(FlagSource source, Collection<String> names) {
        return new FlagReader(new TreeMap<>(source.values(names)));
    }

    /** The flags that are set, by name. */
    Map<String, String> values() {
        return values;
    }

    /** Whether a flag is set. */
    public boolean isSet(String name) {
        return values.containsKey(name);
    }

    /** Whether a flag is {@code true} or {@code false}, empty if it is not set. */
    public Optional<Boolean> isOn(String name) {
        Optional<String> text =
                Optional.ofNullable(values.get(name)).map(value -> value.strip().toLowerCase(Locale.ROOT));
        if (text.isPresent() && !List.of("true", "false").contains(text.get())) {
            refuse(name + " is neither true nor false");
            return Optional.empty();
        }
        return text.map(Boolean::parseBoolean);
    }

    /** Whether a flag is {@code true}, and this if it is not set. */
    public boolean isOn(String name, boolean fallback) {
        return isOn(name).orElse(fallback);
    }

    /** A whole number from 0 to 100, and 0 if it is not set. */
    public int percent(String name) {
        String text = values.getOrDefault(name, "0").strip();
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > 100) {
            refuse(name + " is not a whole number from 0 to 100");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** A time in whole milliseconds, and this if it is not set. */
    public Duration millis(String name, Duration fallback) {
        String text = values.getOrDefault(name, "").strip();
        if (!text.matches("[0-9]{0,9}")) {
            refuse(name + " is not a whole number of milliseconds");
            return fallback;
        }
        return text.isEmpty() ? fallback : Duration.ofMillis(Integer.parseInt(text));
    }

    /** The parts between commas, without blanks around them; none if it is not set. */
    public List<String> list(String name) {
        return Arrays.stream(values.getOrDefault(name, "").split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Adds a problem, which names the flags concerned. */
    public void refuse(String problem) {
        problems.add(problem);
    }

    /**
     * Says all problems, if there are any.
     *
     * @throws InvalidValueException with all of them
     */
    public void orThrow() {
        if (!problems.isEmpty()) {
            throw new InvalidValueException("the flags cannot be as they are: " + String.join("; ", problems));
        }
    }
}
