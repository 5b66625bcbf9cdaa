// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.contender;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of clients of the main salon, all 39 columns, as the library's own type. Safe for any number of threads. */
public interface ClientReads {

    /** The client with this phone number who visited last; null if there is none. */
    @Nullable
    Object byPhone(String phone);

    /** The 100 clients whose last visit was on this day or most shortly before, the latest first, then by id. */
    List<?> page(LocalDate lastVisit);
}
