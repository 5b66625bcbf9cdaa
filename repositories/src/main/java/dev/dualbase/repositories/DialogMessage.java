// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import java.time.OffsetDateTime;

/**
 * One message of a dialog.
 *
 * @param role who wrote it: {@code user} or {@code assistant}
 * @param content what they wrote
 * @param timestamp when
 */
public record DialogMessage(String role, String content, OffsetDateTime timestamp) {

    /** A message from the client. */
    public static DialogMessage fromUser(String content, OffsetDateTime timestamp) {
        return new DialogMessage("user", content, timestamp);
    }

    /** A message from the assistant. */
    public static DialogMessage fromAssistant(String content, OffsetDateTime timestamp) {
        return new DialogMessage("assistant", content, timestamp);
    }

    /** Role and time only: what people write does not belong into logs. */
    @Override
    public String toString() {
        return "DialogMessage[" + role + ", " + timestamp + "]";
    }
}
