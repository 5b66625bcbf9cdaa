// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

import dev.dualbase.core.error.UnsupportedCapabilityException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a backend can do. Everything that is not named by {@link Capability} every backend can.
 *
 * @param supported what this one can
 */
public record Capabilities(Set<Capability> supported) {

    /** Copies the set. */
    public Capabilities {
        supported = Set.copyOf(supported);
    }

    /** The same but for one. */
    public Capabilities without(Capability capability) {
        return new Capabilities(
                supported.stream().filter(each -> each != capability).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether this backend can do that. */
    public boolean supports(Capability capability) {
        return supported.contains(capability);
    }

    /**
     * Does nothing if this backend can do that.
     *
     * @throws UnsupportedCapabilityException naming the capability, the backend and what to do
     */
    public void require(Capability capability, String backend) {
        if (!supports(capability)) {
            throw new UnsupportedCapabilityException(
                    "backend " + backend + " does not offer " + capability + ": " + capability.instead());
        }
    }
}
