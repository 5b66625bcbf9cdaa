// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.contender;

/** Reads all clients of a salon in constant memory. */
public interface ClientStream {

    /** Makes an object of each of the salon's clients, all 39 columns, and returns the sum of their numbers in YClients. */
    long sumOfNumbers(long salon);
}
