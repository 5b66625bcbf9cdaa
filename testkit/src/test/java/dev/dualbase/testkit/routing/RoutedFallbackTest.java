// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.testkit.routing.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Capabilities;
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.DelegatingBackend;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens while a backend is out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutedFallbackTest {
    @RegisterExtension
    static final TwoSides SIDES = new TwoSides();

    private static final Route DEAD = Route.to("dead");

    private final AtomicInteger closed = new AtomicInteger();
    private final Counted left = new Counted(SIDES.openLeft());
    private final RoutingBackend routing = RoutingBackend.builder("routed", RoutingPlan.of(DEAD.fallingBackTo("left")))
            .backend(TwoSides.openDead())
            .backend(left)
            .backend("the same again", left)
            .build();
    private final BaseRepository<ItemRecord> items = new BaseRepository<>(routing, ITEM);

    @AfterEach
    void close() {
        routing.close();
        assertThat(closed).as("closed once").hasValue(1);
    }

    @Test
    void a_read_falls_back_where_its_route_says_so() {
        new BaseRepository<>(left, ITEM).insert(ITEM.row(1, 1));
        assertThat(items.findById(1L)).isPresent();
        assertThat(items.count(everyRow())).isEqualTo(1);
        assertThat(items.<Long>withStream(everyRow(), Order.byPrimaryKey(), rows -> rows.count()))
                .isEqualTo(1);
    }

    @Test
    void without_a_fallback_an_outage_is_an_outage() {
        routing.apply(RoutingPlan.of(DEAD));
        assertThatThrownBy(() -> items.findById(1L)).isInstanceOf(ConnectionFailureException.class);
    }

    @Test
    void a_write_never_falls_back() {
        assertThatThrownBy(() -> items.insert(ITEM.row(1, 1))).isInstanceOf(ConnectionFailureException.class);
        assertThat(SIDES.onLeft("item", "true")).isZero();
    }

    @Test
    void a_read_before_a_write_never_falls_back() {
        BaseRepository<ItemRecord> beforeWrite = items.preferring(ReadPreference.BEFORE_WRITE);
        assertThatThrownBy(() -> beforeWrite.findById(1L)).isInstanceOf(ConnectionFailureException.class);
        assertThatThrownBy(() -> beforeWrite.count(everyRow())).isInstanceOf(ConnectionFailureException.class);
    }

    @Test
    void a_transaction_never_falls_back() {
        assertThatThrownBy(() -> items.withTransaction(() -> items.count(everyRow())))
                .isInstanceOf(ConnectionFailureException.class);
        assertThatThrownBy(() -> items.withTransaction(
                        TransactionOptions.defaults().asReadOnly(), () -> items.count(everyRow())))
                .isInstanceOf(ConnectionFailureException.class);
    }

    @Test
    void other_failures_do_not_fall_back() {
        routing.apply(RoutingPlan.of(Route.to("left").fallingBackTo("dead")));
        assertThatThrownBy(() -> items.count(Filters.sql(DSL.condition("1 / 0 > 0"))))
                .isInstanceOf(StorageException.class)
                .isNotInstanceOf(ConnectionFailureException.class);
    }

    @Test
    void a_fallback_that_fails_too_is_suppressed_in_the_outage() {
        routing.apply(RoutingPlan.of(DEAD.fallingBackTo("left")));
        assertThatThrownBy(() -> items.count(Filters.sql(DSL.condition("1 / 0 > 0"))))
                .isInstanceOf(ConnectionFailureException.class)
                .satisfies(outage -> assertThat(outage.getSuppressed()).hasSize(1));
    }

    @Test
    void a_stream_that_has_begun_stays_where_it_began() {
        routing.apply(RoutingPlan.of(Route.to("left").fallingBackTo("the same again")));
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> items.withStream(everyRow(), Order.byPrimaryKey(), rows -> {
                    calls.incrementAndGet();
                    throw new ConnectionFailureException("in the middle");
                }))
                .hasMessageContaining("in the middle");
        assertThat(calls).hasValue(1);
    }

    @Test
    void health_is_that_of_the_backends_in_use() {
        assertThat(routing.health().reachable()).isFalse();
        routing.apply(RoutingPlan.of(Route.to("left")));
        assertThat(routing.health().reachable()).isTrue();
    }

    @Test
    void what_it_can_do_is_what_all_in_use_can() {
        assertThat(routing.capabilities().supports(Capability.CATALOG)).isTrue();
        routing.apply(RoutingPlan.of(Route.to("left")));
        assertThat(routing.capabilities().supports(Capability.CATALOG)).isFalse();
        assertThat(routing.capabilities().supports(Capability.TRANSACTIONS)).isTrue();
    }

    private final class Counted extends DelegatingBackend {
        Counted(Backend delegate) {
            super(delegate);
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Capability.TRANSACTIONS));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            super.close();
        }
    }
}
