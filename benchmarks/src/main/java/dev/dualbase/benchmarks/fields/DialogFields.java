// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.fields;

import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the dialog with a user stands. */
public class DialogFields {

    @Nullable
    public UUID id;

    @Nullable
    public String userId;

    @Nullable
    public String state;

    @Nullable
    public String data;

    @Nullable
    public String messages;

    @Nullable
    public LocalDateTime createdAt;

    @Nullable
    public LocalDateTime updatedAt;

    @Nullable
    public Long clientId;

    @Nullable
    public LocalDateTime lastActivity;

    @Nullable
    public Integer messageCount;

    @Nullable
    public UUID lastBookingId;

    @Nullable
    public String sessionType;

    @Nullable
    public String contextMetadata;

    @Nullable
    public Long companyId;

    @Nullable
    public String lastCommand;
}
