// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import java.sql.Types;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** {@code timestamp}: wall time, untouched by any zone. {@link LocalDateTime#MAX} and {@code MIN} are infinity. */
public final class LocalDateTimeBinding extends TemporalBinding<LocalDateTime> {

    private static final long serialVersionUID = 1L;

    /** Called by generated tables. */
    public LocalDateTimeBinding() {
        super(LocalDateTime.class, Types.TIMESTAMP);
    }

    @Override
    LocalDateTime toStored(LocalDateTime value) {
        return value.equals(LocalDateTime.MAX) ? value : value.truncatedTo(ChronoUnit.MICROS);
    }
}
