// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.routing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what a {@link RoutingBackend} needs. */
public final class RoutingBackendBuilder {

    private final String id;
    private final RoutingPlan plan;
    private final Map<String, Backend> backends = new LinkedHashMap<>();
    private TenantOf tenantOf = TenantOf.unknown();
    private Duration drainTimeout = Duration.ofSeconds(1);

    RoutingBackendBuilder(String id, RoutingPlan plan) {
        this.id = id;
        this.plan = plan;
    }

    /** A backend that plans name by its id. */
    @CanIgnoreReturnValue
    public RoutingBackendBuilder backend(Backend backend) {
        return backend(backend.id(), backend);
    }

    /**
     * A backend that plans name like this, such as a composed one. It is closed together with the whole.
     *
     * @throws InvalidValueException if another one has this name
     */
    @CanIgnoreReturnValue
    public RoutingBackendBuilder backend(String name, Backend backend) {
        if (backends.putIfAbsent(name, backend) != null) {
            throw new InvalidValueException("two backends have the name " + name);
        }
        return this;
    }

    /** How tenants are told, where plans have routes for some. */
    @CanIgnoreReturnValue
    public RoutingBackendBuilder tenants(TenantOf newTenantOf) {
        this.tenantOf = newTenantOf;
        return this;
    }

    /** How long a change of the plan waits for writes and transactions that are under way: 1 s unless set. */
    @CanIgnoreReturnValue
    public RoutingBackendBuilder drainTimeout(Duration timeout) {
        this.drainTimeout = timeout;
        return this;
    }

    /**
     * Makes the backend.
     *
     * @throws InvalidValueException naming the backends of the plan that were not given
     */
    public RoutingBackend build() {
        return new RoutingBackend(id, backends, plan, tenantOf, drainTimeout);
    }
}
