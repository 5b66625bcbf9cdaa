// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A service of a salon as an entity. */
@Entity(name = "Service")
@Table(name = "services")
class ServiceEntity {

    @Id
    @Nullable
    Long id;

    @Nullable
    Long yclientsId;

    @PartitionKey
    @Nullable
    Long companyId;

    @Nullable
    String title;

    @Nullable
    Long categoryId;

    @Nullable
    String categoryTitle;

    @Nullable
    BigDecimal priceMin;

    @Nullable
    BigDecimal priceMax;

    @Nullable
    BigDecimal discount;

    @Nullable
    Integer duration;

    @Nullable
    Integer seanceLength;

    @Nullable
    Boolean isActive;

    @Nullable
    Boolean isBookable;

    @Nullable
    String description;

    @Nullable
    Integer weight;

    @Nullable
    LocalDateTime createdAt;

    @Nullable
    LocalDateTime updatedAt;

    @Nullable
    LocalDateTime lastSyncAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String rawData;

    @Nullable
    String imageUrl;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String declensions;
}
