// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.jdbc.SslMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Fills in what was not said, and finds everything that is missing or cannot be. */
final class PoolerRules {

    private static final int MOST_CONNECTIONS = 10_000;

    private final @Nullable PoolerMode mode;
    private final Map<Setting, String> settings;
    private final boolean fromVariables;
    private final List<String> problems;

    /**
     * Rules for one set of settings.
     *
     * @param mode null if it could not be read, which is among the problems already
     * @param fromVariables whether to speak of variables of the environment
     * @param problems where to add what is wrong
     */
    PoolerRules(
            @Nullable PoolerMode mode, Map<Setting, String> settings, boolean fromVariables, List<String> problems) {
        this.mode = mode;
        this.settings = settings;
        this.fromVariables = fromVariables;
        this.problems = problems;
    }

    /** Empty if there are problems. */
    Optional<PoolerAddress> address() {
        OptionalInt maxConnections = number(Setting.MAX_CONNECTIONS, 3, MOST_CONNECTIONS);
        OptionalInt port = number(Setting.PORT, mode == null ? 1 : mode.port(), 65_535);
        Optional<SslMode> sslMode = sslMode();
        Optional<String> password = required(Setting.PASSWORD, "that of the database, no key of the API");
        if (mode == null) {
            return Optional.empty();
        }
        Optional<SupabaseHost> host = host(mode);
        host.ifPresent(known -> {
            port.ifPresent(
                    number -> problems.addAll(new Contradictions(mode, known, number, settings, this::name).list()));
        });
        Optional<String> user = host.flatMap(known -> user(mode, known));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PoolerAddress(
                mode,
                host.orElseThrow().name(),
                port.orElseThrow(),
                value(Setting.DATABASE).orElse("postgres"),
                user.orElseThrow(),
                password.orElseThrow(),
                sslMode.orElseThrow(),
                value(Setting.ROOT_CERTIFICATE),
                maxConnections.orElseThrow()));
    }

    private Optional<SupabaseHost> host(PoolerMode known) {
        Optional<SupabaseHost> direct =
                value(Setting.PROJECT).filter(any -> known == PoolerMode.DIRECT).map(SupabaseHost::ofProject);
        String remedy = known == PoolerMode.DIRECT
                ? "or " + name(Setting.PROJECT)
                : "Supabase shows it under Connect, aws-<n>-<region>.pooler.supabase.com";
        return value(Setting.HOST)
                .map(SupabaseHost::new)
                .or(() -> direct)
                .or(() -> required(Setting.HOST, remedy).map(SupabaseHost::new));
    }

    private Optional<String> user(PoolerMode known, SupabaseHost host) {
        if (!host.isSharedPooler()) {
            return Optional.of(value(Setting.USER).orElse("postgres"));
        }
        return value(Setting.USER)
                .or(() -> value(Setting.PROJECT).map(reference -> "postgres." + reference))
                .or(() -> required(
                        Setting.USER,
                        "in " + known.label() + " mode it is postgres.<project>; or set " + name(Setting.PROJECT)));
    }

    private Optional<SslMode> sslMode() {
        Optional<SslMode> sslMode = SslMode.named(value(Setting.SSL_MODE).orElse(SslMode.VERIFY_FULL.driverName()));
        if (sslMode.isEmpty()) {
            problems.add(name(Setting.SSL_MODE) + " is none of verify-full, verify-ca, require, disable");
        } else if (value(Setting.ROOT_CERTIFICATE).isPresent() && !sslMode.get().verifies()) {
            problems.add(name(Setting.ROOT_CERTIFICATE) + " has no effect with " + name(Setting.SSL_MODE) + " "
                    + sslMode.get().driverName());
        }
        return sslMode;
    }

    private Optional<String> required(Setting setting, String remedy) {
        Optional<String> value = value(setting);
        if (value.isEmpty()) {
            problems.add(name(setting) + " is not set: " + remedy);
        }
        return value;
    }

    private OptionalInt number(Setting setting, int fallback, int maximum) {
        String text = value(setting).orElse(Integer.toString(fallback));
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (value < 1 || value > maximum) {
            problems.add(name(setting) + " is not a number between 1 and " + maximum);
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    private Optional<String> value(Setting setting) {
        return Optional.ofNullable(settings.get(setting)).filter(value -> !value.isBlank());
    }

    private String name(Setting setting) {
        return setting.in(fromVariables);
    }
}
