// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.testkit.routing.ItemTable.ITEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.AnsweredBy;
import dev.dualbase.core.error.ConnectionFailureException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which of the backends behind a choice is told to have answered. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnsweredByTest {
    @RegisterExtension
    static final TwoSides SIDES = new TwoSides();

    private final RoutingBackend routing = RoutingBackend.builder(
                    "routed", RoutingPlan.of(Route.to("left").readingFrom("right")))
            .backend(SIDES.openLeft())
            .backend(SIDES.openRight())
            .backend(TwoSides.openDead())
            .build();
    private final BaseRepository<ItemRecord> items = new BaseRepository<>(routing, ITEM);

    @AfterEach
    void close() {
        routing.close();
    }

    private static String backendOf(Supplier<?> call) {
        try (AnsweredBy answered = AnsweredBy.begin()) {
            assertThat(call.get()).isNotNull();
            return answered.backend().orElse("none");
        }
    }

    private long streamed() {
        return items.withStream(everyRow(), Order.byPrimaryKey(), Stream::count);
    }

    @Test
    void a_read_and_a_write_are_told_apart() {
        assertThat(backendOf(() -> items.findById(1L))).isEqualTo("right");
        assertThat(backendOf(() -> items.count(everyRow()))).isEqualTo("right");
        assertThat(backendOf(this::streamed)).isEqualTo("right");
        assertThat(backendOf(() -> items.insert(ITEM.row(1, 1)))).isEqualTo("left");
    }

    @Test
    void all_of_a_transaction_is_told_as_where_it_runs() {
        routing.apply(RoutingPlan.of(Route.to("right")));
        items.useTransaction(() -> {
            assertThat(backendOf(() -> items.insert(ITEM.row(1, 1)))).isEqualTo("right");
            assertThat(backendOf(() -> items.count(everyRow()))).isEqualTo("right");
            assertThat(backendOf(this::streamed)).isEqualTo("right");
        });
    }

    @Test
    void after_an_outage_it_is_the_one_that_answered() {
        routing.apply(RoutingPlan.of(Route.to("dead").fallingBackTo("right")));
        assertThat(backendOf(() -> items.findById(1L))).isEqualTo("right");
    }

    @Test
    void where_none_answered_it_is_the_one_whose_failure_is_thrown() {
        routing.apply(RoutingPlan.of(Route.to("dead").fallingBackTo("right")));
        try (AnsweredBy answered = AnsweredBy.begin()) {
            assertThatThrownBy(() -> items.count(Filters.sql(DSL.condition("1 / 0 > 0"))))
                    .isInstanceOf(ConnectionFailureException.class);
            assertThat(answered.backend()).contains("dead");
        }
    }

    @Test
    void health_is_told_as_that_of_the_one_that_is_not_well() {
        assertThat(backendOf(routing::health)).isEqualTo("left");
        routing.apply(RoutingPlan.of(Route.to("left").readingFrom("dead")));
        assertThat(backendOf(routing::health)).isEqualTo("dead");
    }

    @Test
    void an_inner_choice_is_nearer_to_the_answer() {
        RoutingBackend outer = RoutingBackend.builder("outer", RoutingPlan.of(Route.to("routed")))
                .backend(routing)
                .build();
        assertThat(backendOf(() -> new BaseRepository<>(outer, ITEM).findById(1L)))
                .isEqualTo("right");
    }

    @Test
    void a_measurement_sees_its_own_calls_only() {
        try (AnsweredBy outer = AnsweredBy.begin()) {
            assertThat(backendOf(() -> items.findById(1L))).isEqualTo("right");
            assertThat(outer.backend()).isEmpty();
            items.insert(ITEM.row(1, 1));
            assertThat(outer.backend()).contains("left");
        }
    }
}
