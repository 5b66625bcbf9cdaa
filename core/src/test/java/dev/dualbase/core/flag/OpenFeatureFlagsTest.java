// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.NoOpProvider;
import dev.openfeature.sdk.OpenFeatureAPI;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.ProviderState;
import dev.openfeature.sdk.exceptions.GeneralError;
import dev.openfeature.sdk.providers.memory.Flag;
import dev.openfeature.sdk.providers.memory.InMemoryProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Flags of a provider of OpenFeature. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OpenFeatureFlagsTest {
    private static final List<String> NAMES = List.of("ON", "SHARE", "LIST", "FACTOR", "ABSENT");

    private final OpenFeatureAPI api = OpenFeatureAPI.getInstance();
    private final FlagSource source = new OpenFeatureFlags(api.getClient());

    private static <T> Flag<?> flag(T value) {
        return Flag.<T>builder().variant("only", value).defaultVariant("only").build();
    }

    @AfterEach
    void shutDown() {
        api.shutdown();
    }

    @Test
    void booleans_integers_and_strings_are_flags_and_what_is_absent_is_not_set() {
        api.setProviderAndWait(new InMemoryProvider(Map.of("ON", flag(true), "SHARE", flag(10), "LIST", flag("1, 2"))));
        assertThat(source.values(NAMES))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ON", "true", "SHARE", "10", "LIST", "1, 2"));
    }

    @Test
    void a_change_of_the_provider_is_seen() {
        Map<String, Flag<?>> flags = new HashMap<>(Map.of("ON", flag(false)));
        InMemoryProvider provider = new InMemoryProvider(flags);
        api.setProviderAndWait(provider);
        assertThat(source.values(NAMES)).containsEntry("ON", "false");
        provider.updateFlag("ON", flag(true));
        assertThat(source.values(NAMES)).containsEntry("ON", "true");
    }

    @Test
    void a_flag_of_another_type_is_refused_by_name() {
        api.setProviderAndWait(new InMemoryProvider(Map.of("FACTOR", flag(1.5))));
        assertThatThrownBy(() -> source.values(NAMES)).hasMessageStartingWith("FACTOR is neither");
    }

    @Test
    void a_provider_that_is_not_ready_is_a_failure_and_not_a_flag_that_is_off() {
        CountDownLatch ready = new CountDownLatch(1);
        api.setProvider(new InMemoryProvider(Map.of("ON", flag(true))) {
            @Override
            public void initialize(EvaluationContext context) throws Exception {
                ready.await();
            }
        });
        assertThatThrownBy(() -> source.values(NAMES)).hasMessageContaining("cannot say what ON is");
        ready.countDown();
        Await.until("it is ready", () -> api.getClient().getProviderState() == ProviderState.READY);
    }

    @Test
    void a_provider_that_fails_when_it_is_asked_again_is_a_failure_and_not_a_flag_that_is_not_set() {
        AtomicInteger asked = new AtomicInteger();
        api.setProviderAndWait(new InMemoryProvider(Map.of("ON", flag(false))) {
            @Override
            public ProviderEvaluation<Boolean> getBooleanEvaluation(
                    String name, Boolean fallback, EvaluationContext context) {
                if (asked.incrementAndGet() > 1) {
                    throw new GeneralError("out");
                }
                return super.getBooleanEvaluation(name, fallback, context);
            }
        });
        assertThatThrownBy(() -> source.values(List.of("ON"))).hasMessageContaining("cannot say what ON is");
    }

    @Test
    void without_a_provider_no_flag_is_set() {
        api.setProviderAndWait(new NoOpProvider());
        assertThat(source.values(NAMES)).isEmpty();
    }
}
