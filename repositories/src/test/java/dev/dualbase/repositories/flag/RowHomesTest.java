// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.repositories.SalonRepositories;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Table;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowHomesTest {

    private static List<String> onTimeweb(SalonModule module) {
        Map<String, String> flags = Map.of("USE_REPOSITORY_PATTERN", "true", module.flag(), "true");
        try (FlagWatch<BackendFlags> watch =
                BackendFlags.watch(FlagSource.fixed(flags), Set.of("supabase", "timeweb"))) {
            return SalonRepositories.TABLES.stream()
                    .filter(table -> new RowHomes(watch.current(), table).home() == Side.TIMEWEB)
                    .<String>map(Table::getName)
                    .toList();
        }
    }

    @Test
    void each_table_moves_with_the_module_of_its_repository() {
        assertThat(onTimeweb(SalonModule.DATA_LOADER))
                .containsExactlyInAnyOrder("actions", "clients", "dialog_contexts", "messages");
        assertThat(onTimeweb(SalonModule.SERVICES))
                .containsExactlyInAnyOrder(
                        "booking_notifications",
                        "bookings",
                        "reminders",
                        "webhook_events",
                        "whatsapp_auth",
                        "whatsapp_keys");
    }

    @Test
    void each_table_belongs_to_one_module() {
        assertThat(Stream.of(SalonModule.values()).flatMap(module -> onTimeweb(module).stream()))
                .containsExactlyInAnyOrderElementsOf(SalonRepositories.TABLES.stream()
                        .<String>map(Table::getName)
                        .toList());
    }
}
