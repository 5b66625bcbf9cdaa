// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What an upsert writes of a client: 15 columns, JSON as text. The salon and the number in YClients are the key. */
@SuppressWarnings("ArrayRecordComponent")
public record ClientChange(
        long companyId,
        long yclientsId,
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
        String visitHistory) {}
