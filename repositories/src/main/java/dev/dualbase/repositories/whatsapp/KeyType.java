// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import dev.dualbase.core.error.InvalidValueException;
import java.time.Duration;
import java.util.Set;

/**
 * A kind of key. The protocol adds kinds from time to time, so that any name is one.
 *
 * @param name the text in {@code whatsapp_keys.key_type}, which is not blank
 */
public record KeyType(String name) {

    /** One-time keys that others begin a session with. */
    public static final KeyType PRE_KEY = new KeyType("pre-key");

    /** Sessions with single devices. */
    public static final KeyType SESSION = new KeyType("session");

    /** Keys of groups. */
    public static final KeyType SENDER_KEY = new KeyType("sender-key");

    /** Which hidden address belongs to which phone number, and the reverse. */
    public static final KeyType LID_MAPPING = new KeyType("lid-mapping");

    /** Keys of the state that the devices of an account share. */
    public static final KeyType APP_STATE_SYNC_KEY = new KeyType("app-state-sync-key");

    /** How far that state has come. */
    public static final KeyType APP_STATE_SYNC_VERSION = new KeyType("app-state-sync-version");

    private static final Set<KeyType> SHORT_LIVED = Set.of(LID_MAPPING, PRE_KEY, SESSION, SENDER_KEY);

    /**
     * Refuses a blank name.
     *
     * @throws InvalidValueException if it is one
     */
    public KeyType {
        if (name.isBlank()) {
            throw new InvalidValueException("the type of a key has a name", "22023", "whatsapp_keys", "key_type");
        }
    }

    /**
     * How long a key of this kind is valid after it was written: 7 days for {@code lid-mapping}, {@code pre-key},
     * {@code session} and {@code sender-key}, 14 days for all others.
     */
    public Duration lifetime() {
        return Duration.ofDays(SHORT_LIVED.contains(this) ? 7 : 14);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
