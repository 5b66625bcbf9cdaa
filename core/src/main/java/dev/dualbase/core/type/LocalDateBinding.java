// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.type;

import java.sql.Types;
import java.time.LocalDate;

/** {@code date}: a day of the calendar, the same under any zone. {@link LocalDate#MAX} and {@code MIN} are infinity. */
public final class LocalDateBinding extends TemporalBinding<LocalDate> {

    private static final long serialVersionUID = 1L;

    /** Called by generated tables. */
    public LocalDateBinding() {
        super(LocalDate.class, Types.DATE);
    }

    @Override
    LocalDate toStored(LocalDate value) {
        return value;
    }
}
