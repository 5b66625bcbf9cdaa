// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.time.BusinessClock;
import dev.dualbase.repositories.id.CompanyId;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Now and today in each salon, by the zone it is in.
 *
 * @param clock what time it is
 * @param zones the zone of a salon; a lookup that asks a database should remember its answers
 */
public record SalonClock(Clock clock, Function<CompanyId, ZoneId> zones) {

    /** The system's clock, with all salons in one zone. */
    public static SalonClock in(ZoneId zone) {
        return new SalonClock(Clock.systemUTC(), any -> zone);
    }

    /** A given clock, with all salons in one zone. */
    public static SalonClock of(Clock clock, ZoneId zone) {
        return new SalonClock(clock, any -> zone);
    }

    /**
     * The clock on the wall of a salon.
     *
     * @throws InvalidValueException if there is no salon
     */
    public BusinessClock at(@Nullable CompanyId company) {
        if (company == null) {
            throw new InvalidValueException("the company is missing", "22004", null, "company_id");
        }
        return new BusinessClock(clock, zones.apply(company));
    }

    /**
     * A clock in UTC, the zone of the stamps that no salon has on its wall: created_at, processed_at and their like.
     */
    BusinessClock utc() {
        return new BusinessClock(clock, ZoneOffset.UTC);
    }
}
