// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** {@code timestamptz}: an instant, read with the offset UTC whatever the zone of session or JVM, so that equal instants
 * are equal values. {@link OffsetDateTime#MAX} and {@code MIN} are infinity. */
public final class OffsetDateTimeBinding extends TemporalBinding<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    /** Called by generated tables. */
    public OffsetDateTimeBinding() {
        super(OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    OffsetDateTime toStored(OffsetDateTime value) {
        return value.equals(OffsetDateTime.MAX) ? value : value.truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    OffsetDateTime fromStored(OffsetDateTime value) {
        boolean infinite = value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN);
        return infinite ? value : value.withOffsetSameInstant(ZoneOffset.UTC);
    }
}
