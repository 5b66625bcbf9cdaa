// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.backend;

/**
 * The connections of a pool at one moment.
 *
 * @param active in use
 * @param idle open and free
 * @param waiting callers that wait for one
 * @param maximum how many there may be
 */
public record PoolStats(int active, int idle, int waiting, int maximum) {}
