// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.data.ClientChange;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** What an import writes of a client, known by the salon and the number in YClients. */
@Table("clients")
@SuppressWarnings("ArrayRecordComponent")
record SpringChange(
        @Id @Embedded.Nullable @Nullable ClientKey key,
        String name,
        String phone,
        String rawPhone,
        String email,
        BigDecimal discount,
        Long[] branchIds,
        String[] tags,
        String status,
        String source,
        Integer visitCount,
        BigDecimal totalSpent,
        LocalDate lastVisitDate,
        Json visitHistory) {

    static SpringChange of(ClientChange change) {
        return new SpringChange(
                new ClientKey(change.companyId(), change.yclientsId()),
                change.name(),
                change.phone(),
                change.rawPhone(),
                change.email(),
                change.discount(),
                change.branchIds(),
                change.tags(),
                change.status(),
                change.source(),
                change.visitCount(),
                change.totalSpent(),
                change.lastVisitDate(),
                new Json(change.visitHistory()));
    }

    /** The unique key of the table. */
    record ClientKey(long companyId, long yclientsId) {}
}
