// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.observation.micrometer;

import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.ToLongFunction;

final class ShadowReadMeters implements MeterBinder {

    private static final Map<String, ToLongFunction<ShadowReadStats>> OUTCOMES = Map.of(
            "agreed", ShadowReadStats::agreed,
            "differed", ShadowReadStats::differed,
            "unsettled", ShadowReadStats::unsettled,
            "only_other_failed", ShadowReadStats::onlyOtherFailed,
            "only_primary_failed", ShadowReadStats::onlyPrimaryFailed,
            "both_failed", ShadowReadStats::bothFailed,
            "dropped", ShadowReadStats::dropped);

    private final ShadowReadBackend backend;

    ShadowReadMeters(ShadowReadBackend backend) {
        this.backend = backend;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Tags tags = Tags.of("backend", backend.id());
        counter(registry, "chosen", tags, ShadowReadStats::chosen, "reads that were to be asked again");
        OUTCOMES.forEach((outcome, figure) ->
                counter(registry, "reads", tags.and("outcome", outcome), figure, "what became of them"));
    }

    private void counter(
            MeterRegistry registry, String name, Tags tags, ToLongFunction<ShadowReadStats> figure, String meaning) {
        FunctionCounter.builder("dualbase.shadow." + name, backend, shadow -> figure.applyAsLong(shadow.stats()))
                .description(meaning)
                .tags(tags)
                .register(registry);
    }
}
