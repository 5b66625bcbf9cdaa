// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import static dev.dualbase.core.filter.Filters.gt;
import static dev.dualbase.core.filter.Filters.isNull;
import static dev.dualbase.core.filter.Filters.lte;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_KEYS;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.query.Limit;
import dev.dualbase.core.query.Order;
import dev.dualbase.core.query.Sort;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.time.BusinessClock;
import dev.dualbase.repositories.schema.WhatsappKeysRecord;
import java.time.OffsetDateTime;

/** When keys expire: at {@code expires_at}, and never without it. */
record KeyExpiry(BusinessClock clock) {

    private static final Order FIRST_TO_EXPIRE = Order.by(Sort.asc(WHATSAPP_KEYS.EXPIRES_AT));

    /** When a key that is written now expires. */
    OffsetDateTime of(KeyType type) {
        return clock.instant().plus(type.lifetime());
    }

    /** Keys that have not expired. */
    Filter isValid() {
        return isNull(WHATSAPP_KEYS.EXPIRES_AT).or(gt(WHATSAPP_KEYS.EXPIRES_AT, clock.instant()));
    }

    /** Deletes the keys that have expired by now. */
    long deleteExpired(BaseRepository<WhatsappKeysRecord> keys, int batch) {
        if (batch < 1) {
            throw new InvalidValueException("a batch holds one key at least", "22023", "whatsapp_keys", null);
        }
        OffsetDateTime now = clock.instant();
        long deleted = 0;
        long last;
        do {
            last = keys.deleteWhere(lte(WHATSAPP_KEYS.EXPIRES_AT, endOfBatch(keys, batch, now)));
            deleted += last;
        } while (last >= batch);
        return deleted;
    }

    /** When the last key of the next batch expired. Keys that expired at the same instant belong to it as well. */
    private static OffsetDateTime endOfBatch(BaseRepository<WhatsappKeysRecord> keys, int batch, OffsetDateTime now) {
        Filter expired = lte(WHATSAPP_KEYS.EXPIRES_AT, now);
        return keys.findMany(expired, FIRST_TO_EXPIRE, Limit.of(1, batch - 1L)).stream()
                .findFirst()
                .map(WhatsappKeysRecord::getExpiresAt)
                .orElse(now);
    }
}
