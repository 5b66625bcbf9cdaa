// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.flag.FlagSource;
import dev.dualbase.core.flag.FlagWatch;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.repositories.SalonRepositories;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each combination of flags means, as a table. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackendFlagsTest {
    private static final Set<String> ALL = Set.of("supabase", "timeweb", "supabase+timeweb", "timeweb+supabase");

    private static Map<String, String> flags(String text) {
        return Arrays.stream(text.split(" "))
                .filter(flag -> !flag.isEmpty())
                .map(flag -> flag.split("="))
                .collect(Collectors.toMap(flag -> flag[0], flag -> flag[1]));
    }

    private static BackendFlags read(String text, Set<String> configured) {
        try (FlagWatch<BackendFlags> watch = BackendFlags.watch(FlagSource.fixed(flags(text)), configured)) {
            return watch.current();
        }
    }

    private static RoutingPlan plan(String text) {
        return read(text, ALL).plan();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                     | supabase         | supabase
            USE_REPOSITORY_PATTERN=false USE_LEGACY_SUPABASE=true                  | supabase         | supabase
            USE_REPOSITORY_PATTERN=true                                            | supabase         | supabase
            USE_REPOSITORY_PATTERN=true TIMEWEB_IS_PRIMARY=false                   | supabase         | supabase
            USE_REPOSITORY_PATTERN=true TIMEWEB_IS_PRIMARY=true                    | timeweb          | timeweb
            USE_REPOSITORY_PATTERN=true USE_LEGACY_SUPABASE=false                  | timeweb          | timeweb
            USE_REPOSITORY_PATTERN=true USE_LEGACY_SUPABASE=false TIMEWEB_IS_PRIMARY=true | timeweb | timeweb
            USE_REPOSITORY_PATTERN=true SHADOW_READ_PERCENT=10                     | supabase+timeweb | supabase
            USE_REPOSITORY_PATTERN=true SHADOW_READ_PERCENT=0                      | supabase         | supabase
            USE_REPOSITORY_PATTERN=true ENABLE_DUAL_WRITE=true                     | supabase         | supabase+timeweb
            USE_REPOSITORY_PATTERN=TRUE ENABLE_DUAL_WRITE=true SHADOW_READ_PERCENT=100 | supabase+timeweb | supabase+timeweb
            USE_REPOSITORY_PATTERN=true ENABLE_DUAL_WRITE=true TIMEWEB_READS=true  | timeweb          | supabase+timeweb
            USE_REPOSITORY_PATTERN=true ENABLE_DUAL_WRITE=true TIMEWEB_READS=true SHADOW_READ_PERCENT=1 | timeweb+supabase | supabase+timeweb
            USE_REPOSITORY_PATTERN=true ENABLE_DUAL_WRITE=true TIMEWEB_IS_PRIMARY=true | timeweb      | timeweb+supabase
            USE_REPOSITORY_PATTERN=true ENABLE_DUAL_WRITE=true TIMEWEB_IS_PRIMARY=true SHADOW_READ_PERCENT=5 | timeweb+supabase | timeweb+supabase
            USE_REPOSITORY_PATTERN=true SHADOW_READ_PERCENT=5 TIMEWEB_IS_PRIMARY=true | timeweb+supabase | timeweb
            LOG_DATABASE_CALLS=true                                                | supabase         | supabase
            """)
    void the_default_route(String text, String reads, String writes) {
        assertThat(plan(text)).isEqualTo(RoutingPlan.of(Route.to(writes).readingFrom(reads)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TIMEWEB_DATA_LOADER=true                                     | ClientRepository      | timeweb
            TIMEWEB_SYNC=true                                            | StaffRepository       | timeweb
            TIMEWEB_SERVICES=true                                        | WhatsAppSessionStore  | timeweb
            TIMEWEB_CLIENT_REPOSITORY=true                               | ClientRepository      | timeweb
            TIMEWEB_WHATS_APP_SESSION_STORE=true                         | WhatsAppSessionStore  | timeweb
            TIMEWEB_DATA_LOADER=true TIMEWEB_CLIENT_REPOSITORY=false     | ClientRepository      | supabase
            TIMEWEB_DATA_LOADER=false TIMEWEB_CLIENT_REPOSITORY=true     | ClientRepository      | timeweb
            TIMEWEB_IS_PRIMARY=true TIMEWEB_SYNC=false                   | StaffRepository       | supabase
            TIMEWEB_SYNC=true ENABLE_DUAL_WRITE=true                     | StaffRepository       | timeweb+supabase
            """)
    void the_route_of_a_repository(String text, String repository, String writes) {
        assertThat(plan("USE_REPOSITORY_PATTERN=true " + text).repositories().get(repository))
                .extracting(Route::writes)
                .isEqualTo(writes);
    }

    @Test
    void salons_move_one_by_one() {
        RoutingPlan plan = plan("USE_REPOSITORY_PATTERN=true TIMEWEB_COMPANIES=962302,company_5");
        assertThat(plan.tenants()).containsOnlyKeys("962302", "5").containsValue(Route.to("timeweb"));
        assertThat(plan.route()).isEqualTo(Route.to("supabase"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USE_LEGACY_SUPABASE=false                                   | USE_REPOSITORY_PATTERN and USE_LEGACY_SUPABASE are both false
            TIMEWEB_IS_PRIMARY=true                                     | TIMEWEB_IS_PRIMARY ask for Timeweb, which USE_REPOSITORY_PATTERN=false
            ENABLE_DUAL_WRITE=true SHADOW_READ_PERCENT=1                | ENABLE_DUAL_WRITE, SHADOW_READ_PERCENT ask for Timeweb
            TIMEWEB_SYNC=true TIMEWEB_STAFF_REPOSITORY=true             | TIMEWEB_STAFF_REPOSITORY, TIMEWEB_SYNC ask for Timeweb
            TIMEWEB_COMPANIES=1                                         | TIMEWEB_COMPANIES ask for Timeweb
            USE_REPOSITORY_PATTERN=true USE_LEGACY_SUPABASE=false ENABLE_DUAL_WRITE=true | ENABLE_DUAL_WRITE ask for Supabase
            USE_REPOSITORY_PATTERN=true USE_LEGACY_SUPABASE=false TIMEWEB_IS_PRIMARY=false | TIMEWEB_IS_PRIMARY ask for Supabase
            USE_REPOSITORY_PATTERN=true USE_LEGACY_SUPABASE=false TIMEWEB_SYNC=false | TIMEWEB_SYNC ask for Supabase
            USE_REPOSITORY_PATTERN=true TIMEWEB_READS=true              | TIMEWEB_READS needs ENABLE_DUAL_WRITE=true
            USE_REPOSITORY_PATTERN=true READ_FALLBACK=true              | READ_FALLBACK needs ENABLE_DUAL_WRITE=true
            USE_REPOSITORY_PATTERN=true USE_LEGACY_SUPABASE=false READ_FALLBACK=true | READ_FALLBACK ask for Supabase
            USE_REPOSITORY_PATTERN=true SHADOW_READ_PERCENT=ten         | SHADOW_READ_PERCENT is not a whole number from 0 to 100
            USE_REPOSITORY_PATTERN=true SHADOW_READ_PERCENT=101         | SHADOW_READ_PERCENT is not a whole number from 0 to 100
            USE_REPOSITORY_PATTERN=true SHADOW_READ_PERCENT=-1          | SHADOW_READ_PERCENT is not a whole number from 0 to 100
            USE_REPOSITORY_PATTERN=yes                                  | USE_REPOSITORY_PATTERN is neither true nor false
            USE_REPOSITORY_PATTERN=true TIMEWEB_COMPANIES=1,x           | TIMEWEB_COMPANIES is not a list of numbers of salons
            """)
    void what_cannot_be_is_refused_by_name(String text, String problem) {
        assertThatThrownBy(() -> plan(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void every_problem_is_in_one_message() {
        assertThatThrownBy(() -> plan("USE_LEGACY_SUPABASE=false SHADOW_READ_PERCENT=x TIMEWEB_READS=on"))
                .hasMessageContaining("SHADOW_READ_PERCENT is not")
                .hasMessageContaining("TIMEWEB_READS is neither")
                .hasMessageContaining("are both false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                      | timeweb          | as supabase, which no flag at all
            USE_REPOSITORY_PATTERN=true TIMEWEB_IS_PRIMARY=true     | supabase         | as timeweb, which TIMEWEB_IS_PRIMARY, USE_REPOSITORY_PATTERN ask for
            USE_REPOSITORY_PATTERN=true ENABLE_DUAL_WRITE=true      | supabase         | as supabase+timeweb, which ENABLE_DUAL_WRITE, USE_REPOSITORY_PATTERN ask for
            """)
    void a_backend_that_is_not_configured_is_refused_with_the_flags_that_ask_for_it(
            String text, String configured, String problem) {
        assertThatThrownBy(() -> read(text, Set.of(configured)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("no backend is configured " + problem);
    }

    @Test
    void each_repository_is_in_one_module() {
        Set<String> repositories = Arrays.stream(SalonRepositories.class.getMethods())
                .map(Method::getReturnType)
                .filter(type -> type.getName().startsWith("dev.dualbase.repositories."))
                .map(Class::getSimpleName)
                .filter(name -> !name.equals("SalonRepositories"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Arrays.stream(SalonModule.values()).flatMap(module -> module.repositories().stream()))
                .containsExactlyInAnyOrderElementsOf(repositories);
    }

    @Test
    void the_text_form_shows_no_salon() {
        assertThat(read("USE_REPOSITORY_PATTERN=true TIMEWEB_COMPANIES=962302", ALL)
                        .toString())
                .contains("companies=1")
                .doesNotContain("962302");
    }
}
