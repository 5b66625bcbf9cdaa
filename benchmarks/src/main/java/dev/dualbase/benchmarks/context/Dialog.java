// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.context;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the dialog with a user stands, all columns in the order of the table, JSON as text. */
public record Dialog(
        UUID id,
        String userId,
        @Nullable String state,
        @Nullable String data,
        String messages,
        @Nullable LocalDateTime createdAt,
        @Nullable LocalDateTime updatedAt,
        @Nullable Long clientId,
        @Nullable LocalDateTime lastActivity,
        int messageCount,
        @Nullable UUID lastBookingId,
        @Nullable String sessionType,
        @Nullable String contextMetadata,
        long companyId,
        @Nullable String lastCommand) {}
