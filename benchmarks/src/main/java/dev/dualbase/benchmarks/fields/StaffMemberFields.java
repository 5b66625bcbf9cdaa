// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.fields;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A person who works in a salon. */
public class StaffMemberFields {

    @Nullable
    public Long id;

    @Nullable
    public Long yclientsId;

    @Nullable
    public Long companyId;

    @Nullable
    public String name;

    @Nullable
    public String specialization;

    @Nullable
    public String position;

    @Nullable
    public Boolean isActive;

    @Nullable
    public Boolean isBookable;

    @Nullable
    public BigDecimal rating;

    @Nullable
    public Integer votesCount;

    @Nullable
    public Integer commentsCount;

    @Nullable
    public String avatarUrl;

    @Nullable
    public String information;

    public Long @Nullable [] serviceIds;

    @Nullable
    public String email;

    @Nullable
    public String phone;

    @Nullable
    public String telegram;

    @Nullable
    public Integer experienceYears;

    @Nullable
    public String levelName;

    @Nullable
    public LocalDateTime createdAt;

    @Nullable
    public LocalDateTime updatedAt;

    @Nullable
    public LocalDateTime lastSyncAt;

    @Nullable
    public String rawData;

    @Nullable
    public String declensions;
}
