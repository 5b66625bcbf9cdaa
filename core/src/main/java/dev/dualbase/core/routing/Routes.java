// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Operation;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Table;

/** A plan with the backends it names. */
final class Routes {

    private final RoutingPlan plan;
    private final Map<String, Backend> backends;
    private final TenantOf tenantOf;

    /**
     * Finds every backend of the plan.
     *
     * @throws InvalidValueException naming those that are missing
     */
    Routes(RoutingPlan plan, Map<String, Backend> backends, TenantOf tenantOf) {
        Set<String> missing = new TreeSet<>(plan.backends());
        missing.removeAll(backends.keySet());
        if (!missing.isEmpty()) {
            throw new InvalidValueException("the plan needs backends that are not there: " + String.join(", ", missing)
                    + "; there are " + String.join(", ", new TreeSet<>(backends.keySet())));
        }
        this.plan = plan;
        this.backends = backends;
        this.tenantOf = tenantOf;
    }

    RoutingPlan plan() {
        return plan;
    }

    Backend backend(String name) {
        return Objects.requireNonNull(backends.get(name), name);
    }

    /** Where a read goes first, and then in case of an outage. */
    List<String> readers(Read<?> operation) {
        if (operation.preference() == ReadPreference.BEFORE_WRITE) {
            return List.of(writer(operation));
        }
        Route reader = route(operation, read -> List.of(read.reads(), read.fallbacks()));
        return Stream.concat(Stream.of(reader.reads()), reader.fallbacks().stream())
                .distinct()
                .toList();
    }

    String reader(Operation operation) {
        return route(operation, Route::reads).reads();
    }

    String writer(Operation operation) {
        return route(operation, Route::writes).writes();
    }

    /** Where a transaction goes. */
    String transaction(TransactionOptions options) {
        Function<Route, String> part = goesWithReads(options) ? Route::reads : Route::writes;
        return part.apply(
                options.subject().map(operation -> route(operation, part)).orElse(plan.route()));
    }

    /** Whether a transaction goes where reads go. */
    static boolean goesWithReads(TransactionOptions options) {
        return options.readOnly() && options.preference() != ReadPreference.BEFORE_WRITE;
    }

    /** Where rows of a table are written, whoever writes. */
    String home(Table<?> table) {
        return plan.tables().getOrDefault(table.getName(), plan.route()).writes();
    }

    /** Every backend that an operation may go to, fallbacks excepted, the default's first. */
    List<Backend> used() {
        return plan.routes()
                .flatMap(each -> Stream.of(each.writes(), each.reads()))
                .distinct()
                .map(this::backend)
                .toList();
    }

    /** The route of an operation; that of its tenants if they agree in the part that counts. */
    private Route route(Operation operation, Function<Route, ?> part) {
        Route whole = untenanted(operation);
        if (plan.tenants().isEmpty()) {
            return whole;
        }
        List<Route> ofTenants = tenantOf.tenantsOf(operation).stream()
                .map(tenant -> plan.tenants().getOrDefault(tenant, whole))
                .distinct()
                .toList();
        if (ofTenants.stream().map(part).distinct().count() > 1) {
            throw new UnsupportedCapabilityException(
                    "the " + operation.kind() + " of " + operation.origin()
                            + " is about tenants that are on different backends: ask for each of them by itself",
                    new ErrorInfo(null, operation.table().getName(), null, null, null),
                    null);
        }
        return ofTenants.isEmpty() ? whole : ofTenants.get(0);
    }

    private Route untenanted(Operation operation) {
        Origin origin = operation.origin();
        Route byTable = plan.tables().getOrDefault(operation.table().getName(), plan.route());
        return plan.repositories().getOrDefault(origin.repository(), byTable);
    }
}
