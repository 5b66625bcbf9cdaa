// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where the dialog with a user stands as an entity. */
@Entity(name = "Dialog")
@Table(name = "dialog_contexts")
class DialogEntity {

    @Id
    @Nullable
    UUID id;

    @Nullable
    String userId;

    @Nullable
    String state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String data;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String messages;

    @Nullable
    LocalDateTime createdAt;

    @Nullable
    LocalDateTime updatedAt;

    @Nullable
    Long clientId;

    @Nullable
    LocalDateTime lastActivity;

    @Nullable
    Integer messageCount;

    @Nullable
    UUID lastBookingId;

    @Nullable
    String sessionType;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String contextMetadata;

    @PartitionKey
    @Nullable
    Long companyId;

    @Nullable
    String lastCommand;
}
