// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

/** The name of a person or a service by its number in YClients. */
public record Named(long yclientsId, String name) {}
