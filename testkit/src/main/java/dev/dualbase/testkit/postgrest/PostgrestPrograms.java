// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.postgrest;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.ServerRefusedException;
import dev.dualbase.testkit.internal.Setting;
import dev.dualbase.testkit.server.TestServerException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses the PostgREST of a JVM, once. */
final class PostgrestPrograms {
    private static final Logger LOG = LoggerFactory.getLogger(PostgrestServer.class);
    private static final PostgrestPrograms SHARED = new PostgrestPrograms(PostgrestPrograms::source);

    private final Function<PostgrestKind, PostgrestSource> sources;
    private final Map<PostgrestKind, String> refusals = new EnumMap<>(PostgrestKind.class);
    private @Nullable PostgrestProgram chosen;

    PostgrestPrograms(Function<PostgrestKind, PostgrestSource> sources) {
        this.sources = sources;
    }

    /** The one that a setting names now, else the one that was chosen when somebody first asked. */
    static PostgrestProgram shared() {
        return Setting.POSTGREST.value().isPresent()
                ? new PostgrestPrograms(PostgrestPrograms::source).first()
                : SHARED.first();
    }

    /**
     * The first that is to be had, in the order of {@link PostgrestKind}.
     *
     * @throws TestServerException if there is none, with everything that can be done about it
     */
    synchronized PostgrestProgram first() {
        if (chosen == null) {
            chosen = choose();
            LOG.info("Tests use PostgREST from {}{}", chosen, refusals());
        }
        return chosen;
    }

    /** What {@link #first} found wrong with the kinds it passed over. */
    synchronized String refusals() {
        return refusals.entrySet().stream()
                .map(refusal -> "; " + refusal.getKey().label() + " refused: " + refusal.getValue())
                .collect(Collectors.joining());
    }

    private PostgrestProgram choose() {
        for (PostgrestKind kind : PostgrestKind.values()) {
            if (!refusals.containsKey(kind)) {
                try {
                    return sources.apply(kind).find();
                } catch (ServerRefusedException e) {
                    refusals.put(kind, e.reason());
                }
            }
        }
        throw new TestServerException("No PostgREST for tests. Do one of these:" + remedies());
    }

    private String remedies() {
        return refusals.entrySet().stream()
                .map(refusal -> "\n- " + refusal.getKey().remedy() + " ("
                        + refusal.getKey().label() + ": " + refusal.getValue() + ")")
                .collect(Collectors.joining());
    }

    private static PostgrestSource source(PostgrestKind kind) {
        return switch (kind) {
            case INSTALLED -> new InstalledSource(Program.folders());
            case NPM -> NpmSource.ofUser();
            case DOCKER -> new DockerSource();
        };
    }
}
