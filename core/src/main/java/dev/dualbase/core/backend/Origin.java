// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * Where an operation comes from, for logs and metrics.
 *
 * @param repository the simple name of the repository
 * @param method the method the host called
 */
public record Origin(String repository, String method) {

    /** Both names, as in {@code ClientRepository.findByPhone}. */
    @Override
    public String toString() {
        return repository + "." + method;
    }
}
