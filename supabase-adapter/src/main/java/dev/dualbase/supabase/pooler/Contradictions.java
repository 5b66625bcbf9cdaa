// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.pooler;

import dev.dualbase.core.internal.settings.TextSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a mode, a host, a port, a user and a project say against each other. Of hosts that are not Supabase's own nothing is
 * known.
 */
record Contradictions(PoolerMode mode, SupabaseHost host, int port, TextSettings<Setting> settings) {

    /** Each with what to do. */
    List<String> list() {
        List<String> problems = new ArrayList<>();
        ofMode().ifPresent(problems::add);
        ofUser().ifPresent(problems::add);
        ofProject().ifPresent(problems::add);
        return problems;
    }

    private Optional<String> ofMode() {
        if (host.isSharedPooler()) {
            return ofSharedPooler();
        }
        return host.project().flatMap(this::ofOwnHost);
    }

    private Optional<String> ofSharedPooler() {
        if (mode == PoolerMode.DIRECT) {
            return Optional.of(name(Setting.HOST) + " is the pooler's: set " + name(Setting.MODE)
                    + " to session or transaction, or the host db.<project>.supabase.co for direct");
        }
        PoolerMode other = mode == PoolerMode.SESSION ? PoolerMode.TRANSACTION : PoolerMode.SESSION;
        return port == other.port() ? Optional.of(portOf(other)) : Optional.empty();
    }

    private Optional<String> ofOwnHost(String project) {
        if (mode == PoolerMode.SESSION) {
            return Optional.of(name(Setting.HOST) + " of project " + project + " has no session mode: set "
                    + name(Setting.MODE) + " to direct, or the host aws-<n>-<region>.pooler.supabase.com");
        }
        PoolerMode other = mode == PoolerMode.DIRECT ? PoolerMode.TRANSACTION : PoolerMode.DIRECT;
        return port == other.port() ? Optional.of(portOf(other)) : Optional.empty();
    }

    private String portOf(PoolerMode other) {
        return name(Setting.PORT) + " " + port + " of that host is " + other.label() + " mode, not " + mode.label()
                + ": set " + name(Setting.MODE) + " to " + other.label() + ", or the port " + mode.port();
    }

    private Optional<String> ofUser() {
        Optional<String> user = settings.value(Setting.USER);
        if (host.isSharedPooler()) {
            return user.filter(name -> !name.contains("."))
                    .map(any ->
                            name(Setting.USER) + " does not name the project: on the pooler it is <user>.<project>");
        }
        return host.project()
                .flatMap(project -> user.filter(name -> name.endsWith("." + project))
                        .map(any -> name(Setting.USER) + " names the project, which only the shared pooler needs: "
                                + "leave out ." + project));
    }

    private Optional<String> ofProject() {
        Optional<String> said = settings.value(Setting.PROJECT);
        Optional<String> meant = host.isSharedPooler()
                ? settings.value(Setting.USER)
                        .filter(user -> user.contains("."))
                        .map(user -> user.substring(user.lastIndexOf('.') + 1))
                : host.project();
        return said.filter(project -> meant.isPresent() && !meant.get().equals(project))
                .map(project -> name(Setting.PROJECT) + " is " + project + ", but " + name(Setting.HOST) + " and "
                        + name(Setting.USER) + " are of " + meant.get());
    }

    private String name(Setting setting) {
        return settings.name(setting);
    }
}
