// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import java.util.Optional;
import org.jooq.JSONB;

/**
 * One key to store or to delete.
 *
 * @param type the kind of key
 * @param id its name among those of its kind
 * @param value what to store, empty to delete
 */
public record KeyChange(KeyType type, String id, Optional<JSONB> value) {

    /** Stores a key in place of the one that is there. */
    public static KeyChange set(KeyType type, String id, JSONB value) {
        return new KeyChange(type, id, Optional.of(value));
    }

    /** Deletes a key if it is there. */
    public static KeyChange delete(KeyType type, String id) {
        return new KeyChange(type, id, Optional.empty());
    }

    /** What happens to which kind of key: keys and their names do not belong into logs. */
    @Override
    public String toString() {
        return "KeyChange[" + (value.isPresent() ? "set " : "delete ") + type + "]";
    }
}
