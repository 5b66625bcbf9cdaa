// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.mirror;

import static dev.dualbase.testkit.mirror.GuestTable.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.mirror.DualWriteBackend;
import dev.dualbase.core.mirror.ReconcileOptions;
import dev.dualbase.core.mirror.Reconciliation;
import dev.dualbase.core.observation.CallListener;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.core.routing.TenantOf;
import dev.dualbase.core.shadow.ShadowDifference;
import dev.dualbase.core.shadow.ShadowReadBackend;
import dev.dualbase.core.shadow.ShadowReadOptions;
import dev.dualbase.testkit.privacy.MarkedRow;
import dev.dualbase.testkit.privacy.PersonalDataGuard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Backends around two backends say no more than the backends themselves, also of what differs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MirroredPersonalDataTest {
    /** Twice the amount is generated, and would not fit. */
    private static final MarkedRow<GuestRecord> ROWS = MarkedRow.of(GUEST).without(GUEST.AMOUNT);

    private final TwoSides sides = new TwoSides();
    private PersonalDataGuard guard;

    @BeforeEach
    void listen() {
        guard = PersonalDataGuard.open();
    }

    @AfterEach
    void close() {
        guard.close();
        sides.close();
    }

    private void exercise(Backend backend) {
        guard.exercise(ObservedBackend.observe(backend, CallListener.logging(Duration.ZERO)), ROWS);
    }

    @Test
    void routing_is_silent() {
        try (RoutingBackend routing = RoutingBackend.builder("both", RoutingPlan.of(Route.to("primary")))
                .backend(sides.anotherPrimary())
                .backend(sides.directOther())
                .tenants(TenantOf.column("code", text -> text))
                .build()) {
            exercise(routing);
            guard.show(routing.plan());
            guard.assertSilent();
        }
    }

    @Test
    void a_dual_write_is_silent_when_it_works_and_when_it_cannot() {
        try (DualWriteBackend dual = sides.mirror()) {
            exercise(dual);
            assertThat(dual.awaitEqual(Duration.ofSeconds(30))).isTrue();
            sides.onOther().execute("alter table guest add constraint none_here check (id < 0)");
            TwoSides.guests(dual).insert(ROWS.row(0));
            TwoSides.until("the other side refused it", () -> dual.stats().failed() > 0);
            Reconciliation compared =
                    dual.reconcile(GUEST, ReconcileOptions.comparing().withPatience(Duration.ofMillis(100)));
            guard.show(dual.stats(), compared);
            sides.onOther().execute("alter table guest drop constraint none_here");
            assertThat(dual.awaitEqual(Duration.ofSeconds(30))).isTrue();
        }
        guard.assertSilent();
    }

    @Test
    void shadow_reads_are_silent_about_rows_that_differ() {
        List<ShadowDifference> differences = new CopyOnWriteArrayList<>();
        ShadowReadOptions options = ShadowReadOptions.percent(() -> 100)
                .settlingFor(Duration.ofMillis(10))
                .tellingTo(differences::add);
        try (ShadowReadBackend shadow =
                ShadowReadBackend.around(sides.anotherPrimary(), sides.directOther(), options)) {
            exercise(shadow);
            TwoSides.until("a difference is told", () -> !differences.isEmpty());
            guard.show(shadow.stats());
        }
        guard.show(differences.toArray());
        assertThat(differences).isNotEmpty();
        guard.assertSilent();
    }
}
