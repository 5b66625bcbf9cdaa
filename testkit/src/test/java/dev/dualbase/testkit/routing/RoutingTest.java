// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.routing;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.testkit.routing.ItemTable.ITEM;
import static dev.dualbase.testkit.routing.ItemTable.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.QueryTimeoutException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.routing.Route;
import dev.dualbase.core.routing.RoutingBackend;
import dev.dualbase.core.routing.RoutingPlan;
import dev.dualbase.core.routing.TenantOf;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which backend an operation goes to. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoutingTest {
    @RegisterExtension
    static final TwoSides SIDES = new TwoSides();

    private static final Route LEFT = Route.to("left");
    private static final Route RIGHT = Route.to("right");

    private final RoutingBackend routing = RoutingBackend.builder("both", RoutingPlan.of(LEFT))
            .backend(SIDES.openLeft())
            .backend(SIDES.openRight())
            .tenants(TenantOf.column("company_id", text -> text.replace("company_", "")))
            .build();
    private final BaseRepository<ItemRecord> items = new BaseRepository<>(routing, ITEM);
    private final BaseRepository<ItemRecord> others = new BaseRepository<>(routing, OTHER);

    @AfterEach
    void close() {
        routing.close();
    }

    private static void assertOn(String table, long left, long right) {
        assertThat(List.of(SIDES.onLeft(table, "true"), SIDES.onRight(table, "true")))
                .containsExactly(left, right);
    }

    @Test
    void without_more_everything_takes_the_default_route() {
        items.insert(ITEM.row(1, 1));
        assertOn("item", 1, 0);
        assertThat(items.count(everyRow())).isEqualTo(1);
    }

    @Test
    void a_table_has_a_route_of_its_own() {
        routing.apply(routing.plan().table("other_item", RIGHT));
        items.insert(ITEM.row(1, 1));
        others.insert(OTHER.row(1, 1));
        assertOn("item", 1, 0);
        assertOn("other_item", 0, 1);
        assertThat(others.findById(1L)).isPresent();
    }

    @Test
    void a_repository_counts_more_than_its_table() {
        routing.apply(routing.plan().table("item", LEFT).repository("ItemRepository", RIGHT));
        items.insert(ITEM.row(1, 1));
        items.as("ItemRepository", "add").insert(ITEM.row(2, 1));
        assertOn("item", 1, 1);
    }

    @Test
    void a_tenant_counts_more_than_the_repository() {
        routing.apply(routing.plan().repository("BaseRepository", LEFT).tenant("7", RIGHT));
        items.insert(ITEM.row(1, 1));
        items.bulkUpsert(List.of(ITEM.row(2, 7), ITEM.row(3, 7)), ITEM.PRIMARY, BulkOptions.atomic());
        assertOn("item", 1, 2);
        assertThat(items.count(eq(ITEM.COMPANY_ID, 7L).and(eq(ITEM.ID, 2L)))).isEqualTo(1);
        assertThat(items.count(Filters.in(ITEM.COMPANY_ID, List.of(7L)))).isEqualTo(2);
        assertThat(items.updateWhere(eq(ITEM.COMPANY_ID, 7L), change())).isEqualTo(2);
        assertThat(items.deleteWhere(eq(ITEM.ID, 2L).and(eq(ITEM.COMPANY_ID, 7L))))
                .isEqualTo(1);
        assertOn("item", 1, 1);
    }

    @Test
    void a_tenant_that_cannot_be_told_takes_the_route_of_the_table() {
        routing.apply(routing.plan().tenant("7", RIGHT));
        items.insert(ITEM.row(1, 7));
        assertThat(items.count(everyRow())).isZero();
        assertThat(items.count(eq(ITEM.COMPANY_ID, 7L).or(eq(ITEM.ID, 1L)))).isZero();
        assertThat(items.count(Filters.not(eq(ITEM.COMPANY_ID, 1L)))).isZero();
    }

    @Test
    void tenants_on_different_sides_are_not_torn_apart_in_one_operation() {
        routing.apply(routing.plan().tenant("7", RIGHT));
        List<ItemRecord> rows = List.of(ITEM.row(1, 1), ITEM.row(2, 7));
        assertThatThrownBy(() -> items.bulkUpsert(rows, ITEM.PRIMARY))
                .isInstanceOf(UnsupportedCapabilityException.class)
                .hasMessageContaining("BaseRepository.bulkUpsert")
                .hasMessageContaining("ask for each of them by itself")
                .hasMessageContaining("table item");
        assertThatThrownBy(() -> items.count(Filters.in(ITEM.COMPANY_ID, List.of(1L, 7L))))
                .isInstanceOf(UnsupportedCapabilityException.class);
        ItemRecord toSeven = ITEM.newRecord();
        toSeven.set(ITEM.COMPANY_ID, 7L);
        assertThatThrownBy(() -> items.updateWhere(eq(ITEM.COMPANY_ID, 1L), toSeven))
                .isInstanceOf(UnsupportedCapabilityException.class);
        assertOn("item", 0, 0);
    }

    @Test
    void tenants_on_one_side_may_be_in_one_operation() {
        routing.apply(routing.plan().tenant("7", RIGHT).tenant("8", RIGHT));
        items.bulkUpsert(List.of(ITEM.row(1, 8), ITEM.row(2, 7)), ITEM.PRIMARY);
        assertOn("item", 0, 2);
    }

    @Test
    void reads_and_writes_have_routes_apart() {
        routing.apply(RoutingPlan.of(LEFT.readingFrom("right")));
        items.insert(ITEM.row(1, 1));
        assertOn("item", 1, 0);
        assertThat(items.findById(1L)).isEmpty();
        assertThat(items.<Long>withStream(everyRow(), Order.byPrimaryKey(), rows -> rows.count()))
                .isZero();
    }

    @Test
    void a_read_before_a_write_goes_where_the_write_goes() {
        routing.apply(RoutingPlan.of(LEFT.readingFrom("right")).tenant("7", RIGHT.readingFrom("left")));
        items.bulkUpsert(List.of(ITEM.row(1, 1)), ITEM.PRIMARY);
        items.bulkUpsert(List.of(ITEM.row(2, 7)), ITEM.PRIMARY);
        BaseRepository<ItemRecord> beforeWrite = items.preferring(ReadPreference.BEFORE_WRITE);
        assertThat(beforeWrite.findById(1L)).isPresent();
        assertThat(beforeWrite.count(eq(ITEM.COMPANY_ID, 7L))).isEqualTo(1);
        assertThat(items.count(eq(ITEM.COMPANY_ID, 7L))).isZero();
        assertThat(beforeWrite.<Long>withStream(everyRow(), Order.byPrimaryKey(), rows -> rows.count()))
                .isEqualTo(1);
        TransactionOptions snapshot = TransactionOptions.defaults().asReadOnly(ReadPreference.BEFORE_WRITE);
        assertThat(items.withTransaction(snapshot, () -> items.findById(1L))).isPresent();
    }

    @Test
    void the_plan_does_not_change_while_it_is_to_stay() {
        routing.whilePlanStays(() -> {
            RoutingPlan other = RoutingPlan.of(RIGHT);
            assertThatThrownBy(() -> CompletableFuture.runAsync(() -> routing.apply(other))
                            .join())
                    .hasCauseInstanceOf(QueryTimeoutException.class);
            items.insert(ITEM.row(1, 1));
        });
        assertOn("item", 1, 0);
        routing.apply(RoutingPlan.of(RIGHT));
    }

    @Test
    void a_plan_with_a_backend_that_is_not_there_is_refused_and_the_old_one_stays() {
        assertThatThrownBy(
                        () -> routing.apply(RoutingPlan.of(Route.to("middle")).table("item", Route.to("top"))))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("middle, top; there are left, right");
        assertThat(routing.plan()).isEqualTo(RoutingPlan.of(LEFT));
        assertThatThrownBy(() ->
                        RoutingBackend.builder("none", RoutingPlan.of(LEFT)).build())
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void two_backends_of_one_name_are_refused() {
        try (Backend left = SIDES.openLeft()) {
            assertThatThrownBy(() -> RoutingBackend.builder("none", RoutingPlan.of(LEFT))
                            .backend(left)
                            .backend(left))
                    .hasMessageContaining("two backends have the name left");
        }
    }

    @Test
    void each_table_is_described_where_it_is_written() {
        routing.apply(routing.plan().table("other_item", RIGHT));
        assertThat(routing.describe(List.of(ITEM, OTHER)))
                .extracting(live -> live.name())
                .containsExactlyInAnyOrder("item", "other_item");
    }

    @Test
    void a_plan_shows_no_tenant() {
        assertThat(RoutingPlan.of(LEFT).tenant("962302", RIGHT).toString())
                .doesNotContain("962302")
                .contains("tenants=1");
    }

    private static ItemRecord change() {
        ItemRecord change = ITEM.newRecord();
        change.set(ITEM.PAIR, 1L);
        return change;
    }
}
