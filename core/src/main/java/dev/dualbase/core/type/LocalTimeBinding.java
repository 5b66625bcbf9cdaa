// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import java.sql.Types;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** {@code time}: with its fraction, to the microsecond. PostgreSQL's 24:00:00 reads as {@link LocalTime#MAX}. */
public final class LocalTimeBinding extends TemporalBinding<LocalTime> {

    private static final long serialVersionUID = 1L;

    /** Called by generated tables. */
    public LocalTimeBinding() {
        super(LocalTime.class, Types.TIME);
    }

    @Override
    LocalTime toStored(LocalTime value) {
        return value.equals(LocalTime.MAX) ? value : value.truncatedTo(ChronoUnit.MICROS);
    }
}
