// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.settings;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.jdbc.SslMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was set, as text, and everything that is wrong with it. A problem names its setting and never the value.
 *
 * @param <S> what can be set
 */
public final class TextSettings<S> {

    private static final int CONNECTIONS = 3;
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int MOST_PORTS = 65_535;

    private final Map<S, String> texts;
    private final Function<S, String> names;
    private final List<String> problems = new ArrayList<>();

    /**
     * One set of settings.
     *
     * @param names what each is called where it was set: in a builder or in the environment
     * @param earlier what is known to be wrong already
     */
    public TextSettings(Map<S, String> texts, Function<S, String> names, Collection<String> earlier) {
        this.texts = texts;
        this.names = names;
        problems.addAll(earlier);
    }

    /** What a setting is called where it was set. */
    public String name(S setting) {
        return names.apply(setting);
    }

    /** Its text; a blank one is none. */
    public Optional<String> value(S setting) {
        return Optional.ofNullable(texts.get(setting)).filter(text -> !text.isBlank());
    }

    /**
     * As {@link #value}; it is a problem if there is none.
     *
     * @param remedy what to do then, empty where that needs no words
     */
    public Optional<String> required(S setting, String remedy) {
        Optional<String> value = value(setting);
        if (value.isEmpty()) {
            refuse(name(setting) + " is not set" + (remedy.isEmpty() ? "" : ": " + remedy));
        }
        return value;
    }

    /** A port; the fallback if there is none, or one that cannot be, which is a problem. */
    public int port(S setting, int fallback) {
        return number(setting, fallback, MOST_PORTS);
    }

    /** The size of a pool, 3 if nothing is said. */
    public int connections(S setting) {
        return number(setting, CONNECTIONS, MOST_CONNECTIONS);
    }

    private int number(S setting, int fallback, int maximum) {
        Optional<String> text = value(setting);
        int number = text.map(digits -> digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0)
                .orElse(fallback);
        if (number >= 1 && number <= maximum) {
            return number;
        }
        refuse(name(setting) + " is not a number between 1 and " + maximum);
        return fallback;
    }

    /** How to protect connections: verify-full if nothing is said. */
    public SslMode sslMode(S setting) {
        return value(setting)
                .map(SslMode::named)
                .orElse(Optional.of(SslMode.VERIFY_FULL))
                .orElseGet(() -> {
                    refuse(name(setting) + " is none of verify-full, verify-ca, require, disable");
                    return SslMode.VERIFY_FULL;
                });
    }

    /** Adds a problem. */
    public void refuse(String problem) {
        problems.add(problem);
    }

    /**
     * Ends it if there are problems.
     *
     * @param backend the id of the backend
     * @throws InvalidValueException with all of them
     */
    public void requireNoProblem(String backend) {
        if (!problems.isEmpty()) {
            throw new InvalidValueException("backend " + backend + ": " + String.join("; ", problems));
        }
    }
}
