// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the assistant knows when it answers a message; rows are of the library's own types.
 *
 * @param salon the salon
 * @param client who writes
 * @param dialog the dialog so far
 * @param favourites the names of the staff whom the client prefers, by number
 * @param lastServices the titles of the services of the last visit, by number
 * @param offer the active services
 * @param staff the active staff
 * @param schedule when the active staff work, from {@link #FIRST_DAY} to {@link #LAST_DAY}
 * @param appointments how many appointments the client had
 */
public record MessageContext(
        Object salon,
        Object client,
        Object dialog,
        Map<?, String> favourites,
        Map<?, String> lastServices,
        List<?> offer,
        List<?> staff,
        List<?> schedule,
        long appointments) {

    /** The first of 30 days. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 15);

    /** The last of 30 days. */
    public static final LocalDate LAST_DAY = FIRST_DAY.plusDays(29);
}
