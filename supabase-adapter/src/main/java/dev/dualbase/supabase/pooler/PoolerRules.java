// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.internal.settings.Hosts;
import dev.dualbase.core.internal.settings.RootCertificate;
import dev.dualbase.core.internal.settings.TextSettings;
import dev.dualbase.core.jdbc.SslMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in what was not said, and finds everything that is missing or cannot be. */
final class PoolerRules {

    private final @Nullable PoolerMode mode;
    private final TextSettings<Setting> settings;

    /**
     * Rules for one set of settings.
     *
     * @param mode null if it could not be read, which is among the problems already
     */
    PoolerRules(@Nullable PoolerMode mode, TextSettings<Setting> settings) {
        this.mode = mode;
        this.settings = settings;
    }

    /** Empty if there are problems. */
    Optional<PoolerAddress> address() {
        int maxConnections = settings.connections(Setting.MAX_CONNECTIONS);
        int port = settings.port(Setting.PORT, mode == null ? 1 : mode.port());
        SslMode sslMode = sslMode();
        Optional<String> password = settings.required(Setting.PASSWORD, "that of the database, no key of the API");
        if (mode == null) {
            return Optional.empty();
        }
        Optional<SupabaseHost> host = host(mode);
        host.ifPresent(
                known -> new Contradictions(mode, known, port, settings).list().forEach(settings::refuse));
        Optional<String> user = host.flatMap(known -> user(mode, known));
        return password.isEmpty() || user.isEmpty() || host.isEmpty()
                ? Optional.empty()
                : Optional.of(new PoolerAddress(
                        mode,
                        host.get().name(),
                        port,
                        settings.value(Setting.DATABASE).orElse("postgres"),
                        user.get(),
                        password.get(),
                        sslMode,
                        settings.value(Setting.ROOT_CERTIFICATE),
                        maxConnections));
    }

    private Optional<SupabaseHost> host(PoolerMode known) {
        Optional<SupabaseHost> host = named(known);
        Optional<SupabaseHost> alone = host.filter(any -> Hosts.isAlone(any.name()));
        if (host.isPresent() && alone.isEmpty()) {
            Setting culprit = settings.value(Setting.HOST).isPresent() ? Setting.HOST : Setting.PROJECT;
            settings.refuse(
                    settings.name(culprit) + " is not the name or the address of one host, without scheme and port");
        }
        return alone;
    }

    private Optional<SupabaseHost> named(PoolerMode known) {
        Optional<SupabaseHost> direct = settings.value(Setting.PROJECT)
                .filter(any -> known == PoolerMode.DIRECT)
                .map(SupabaseHost::ofProject);
        String remedy = known == PoolerMode.DIRECT
                ? "or " + settings.name(Setting.PROJECT)
                : "Supabase shows it under Connect, aws-<n>-<region>.pooler.supabase.com";
        return settings.value(Setting.HOST)
                .map(SupabaseHost::new)
                .or(() -> direct)
                .or(() -> settings.required(Setting.HOST, remedy).map(SupabaseHost::new));
    }

    private Optional<String> user(PoolerMode known, SupabaseHost host) {
        if (!host.isSharedPooler()) {
            return Optional.of(settings.value(Setting.USER).orElse("postgres"));
        }
        return settings.value(Setting.USER)
                .or(() -> settings.value(Setting.PROJECT).map(reference -> "postgres." + reference))
                .or(() -> settings.required(
                        Setting.USER,
                        "in " + known.label() + " mode it is postgres.<project>; or set "
                                + settings.name(Setting.PROJECT)));
    }

    private SslMode sslMode() {
        SslMode sslMode = settings.sslMode(Setting.SSL_MODE);
        RootCertificate.problem(
                        settings.value(Setting.ROOT_CERTIFICATE),
                        sslMode,
                        settings.name(Setting.ROOT_CERTIFICATE),
                        settings.name(Setting.SSL_MODE))
                .ifPresent(settings::refuse);
        return sslMode;
    }
}
