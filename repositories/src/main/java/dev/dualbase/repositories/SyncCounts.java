// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

/**
 * How many rows the synchronisation of a salon read.
 *
 * @param clients how many clients
 * @param services how many services
 * @param staff how many members of staff
 * @param bookings how many bookings
 */
public record SyncCounts(int clients, int services, int staff, int bookings) {}
