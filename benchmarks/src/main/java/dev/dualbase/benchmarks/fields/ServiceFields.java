// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.fields;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A service of a salon. */
public class ServiceFields {

    @Nullable
    public Long id;

    @Nullable
    public Long yclientsId;

    @Nullable
    public Long companyId;

    @Nullable
    public String title;

    @Nullable
    public Long categoryId;

    @Nullable
    public String categoryTitle;

    @Nullable
    public BigDecimal priceMin;

    @Nullable
    public BigDecimal priceMax;

    @Nullable
    public BigDecimal discount;

    @Nullable
    public Integer duration;

    @Nullable
    public Integer seanceLength;

    @Nullable
    public Boolean isActive;

    @Nullable
    public Boolean isBookable;

    @Nullable
    public String description;

    @Nullable
    public Integer weight;

    @Nullable
    public LocalDateTime createdAt;

    @Nullable
    public LocalDateTime updatedAt;

    @Nullable
    public LocalDateTime lastSyncAt;

    @Nullable
    public String rawData;

    @Nullable
    public String imageUrl;

    @Nullable
    public String declensions;
}
