// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where flags come from. It is asked again and again while a service runs, and keeps nothing back: what it says now counts.
 * Asking a source that stands on a server may fail; what that means is up to who asks: see {@link FlagWatch}.
 */
@FunctionalInterface
public interface FlagSource {

    /** The values of these flags at one moment, by name; those that are not set, or are blank, are missing. */
    Map<String, String> values(Collection<String> names);

    /** Environment variables. They do not change while a process runs. */
    static FlagSource environment() {
        return new LookupSource(System::getenv);
    }

    /** System properties. */
    static FlagSource systemProperties() {
        return new LookupSource(System::getProperty);
    }

    /** Always these. */
    static FlagSource fixed(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return new LookupSource(copy::get);
    }

    /**
     * A file of lines such as {@code ENABLE_DUAL_WRITE=true}, in the format of {@link java.util.Properties} and UTF-8. A
     * change counts once the file has stayed the same for {@value WatchedFile#SETTLED_MILLIS} ms, so that one half written is
     * not taken; replacing the file by a rename is safer still. An empty file counts as half written.
     *
     * <p>If the file cannot be read later, its last good values stay, and an error is logged once.
     *
     * @throws dev.dualbase.core.error.InvalidValueException naming the file, if it cannot be read now
     */
    static FlagSource file(Path file) {
        return WatchedFile.open(file);
    }

    /** Of each flag what the first source says that has it. */
    static FlagSource firstOf(FlagSource... sources) {
        List<FlagSource> inOrder = List.of(sources);
        return names -> {
            Map<String, String> values = new HashMap<>();
            inOrder.forEach(source -> source.values(names).forEach(values::putIfAbsent));
            return values;
        };
    }
}
