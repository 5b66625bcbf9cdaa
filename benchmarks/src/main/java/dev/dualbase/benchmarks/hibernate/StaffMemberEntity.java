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

/** A person who works in a salon as an entity. */
@Entity(name = "StaffMember")
@Table(name = "staff")
class StaffMemberEntity {

    @Id
    @Nullable
    Long id;

    @Nullable
    Long yclientsId;

    @PartitionKey
    @Nullable
    Long companyId;

    @Nullable
    String name;

    @Nullable
    String specialization;

    @Nullable
    String position;

    @Nullable
    Boolean isActive;

    @Nullable
    Boolean isBookable;

    @Nullable
    BigDecimal rating;

    @Nullable
    Integer votesCount;

    @Nullable
    Integer commentsCount;

    @Nullable
    String avatarUrl;

    @Nullable
    String information;

    Long @Nullable [] serviceIds;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String telegram;

    @Nullable
    Integer experienceYears;

    @Nullable
    String levelName;

    @Nullable
    LocalDateTime createdAt;

    @Nullable
    LocalDateTime updatedAt;

    @Nullable
    LocalDateTime lastSyncAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String rawData;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String declensions;
}
