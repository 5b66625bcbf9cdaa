// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which route an operation takes. The most particular one counts: that of its tenant, else of its repository, else of its
 * table, else the default.
 *
 * <p>A table that two repositories use belongs to one place: give both the same route.
 *
 * @param route the default
 * @param tables routes by the name of the table, without its schema
 * @param repositories routes by the simple name of the repository, as {@link dev.dualbase.core.backend.Origin} has it
 * @param tenants routes by tenant, as {@link TenantOf} tells them
 */
public record RoutingPlan(
        Route route, Map<String, Route> tables, Map<String, Route> repositories, Map<String, Route> tenants) {

    /** Copies the maps. */
    public RoutingPlan {
        tables = Map.copyOf(tables);
        repositories = Map.copyOf(repositories);
        tenants = Map.copyOf(tenants);
    }

    /** Everything takes one route. */
    public static RoutingPlan of(Route route) {
        return new RoutingPlan(route, Map.of(), Map.of(), Map.of());
    }

    /** The same with a route for a table. */
    public RoutingPlan table(String name, Route itsRoute) {
        return new RoutingPlan(route, with(tables, name, itsRoute), repositories, tenants);
    }

    /** The same with a route for what a repository does. */
    public RoutingPlan repository(String name, Route itsRoute) {
        return new RoutingPlan(route, tables, with(repositories, name, itsRoute), tenants);
    }

    /** The same with a route for a tenant, in all tables. */
    public RoutingPlan tenant(String name, Route itsRoute) {
        return new RoutingPlan(route, tables, repositories, with(tenants, name, itsRoute));
    }

    private static Map<String, Route> with(Map<String, Route> routes, String name, Route route) {
        Map<String, Route> changed = new HashMap<>(routes);
        changed.put(name, route);
        return changed;
    }

    /** Every backend that this plan may use, fallbacks included. */
    public Set<String> backends() {
        Set<String> names = new TreeSet<>();
        routes().forEach(each -> {
            names.add(each.reads());
            names.add(each.writes());
            names.addAll(each.fallbacks());
        });
        return names;
    }

    /** Every backend that writes may go to. */
    public Set<String> writers() {
        return routes().map(Route::writes).collect(Collectors.toUnmodifiableSet());
    }

    /** The default route, and all others. */
    Stream<Route> routes() {
        return Stream.of(
                        Stream.of(route),
                        tables.values().stream(),
                        repositories.values().stream(),
                        tenants.values().stream())
                .flatMap(routes -> routes);
    }

    /** Names of backends, tables and repositories; of tenants their number only. */
    @Override
    public String toString() {
        return "RoutingPlan[" + route + ", tables=" + tables + ", repositories=" + repositories + ", tenants="
                + tenants.size() + "]";
    }
}
