// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A service of a salon, all columns in the order of the table, JSON as text. */
public record Service(
        long id,
        long yclientsId,
        long companyId,
        String title,
        @Nullable Long categoryId,
        @Nullable String categoryTitle,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        @Nullable BigDecimal discount,
        @Nullable Integer duration,
        @Nullable Integer seanceLength,
        @Nullable Boolean isActive,
        @Nullable Boolean isBookable,
        @Nullable String description,
        @Nullable Integer weight,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime updatedAt,
        @Nullable LocalDateTime lastSyncAt,
        @Nullable String rawData,
        @Nullable String imageUrl,
        @Nullable String declensions) {}
