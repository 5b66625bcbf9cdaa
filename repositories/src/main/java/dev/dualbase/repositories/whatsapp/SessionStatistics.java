// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import dev.dualbase.repositories.schema.WhatsappStatisticsRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * The size of the session store.
 *
 * @param sessions how many sessions have credentials
 * @param keys how many keys there are, expired ones included
 * @param expiredKeys how many of them expired and are not deleted yet, by the server's clock
 * @param keysByType how many keys there are of each kind, expired ones included
 */
public record SessionStatistics(long sessions, long keys, long expiredKeys, Map<String, Long> keysByType) {

    /** Copies the map. */
    public SessionStatistics {
        keysByType = Map.copyOf(keysByType);
    }

    static SessionStatistics of(WhatsappStatisticsRecord row) {
        Map<String, Long> keysByType = new HashMap<>();
        SessionJson.read(row.getKeysByType())
                .properties()
                .forEach(kind -> keysByType.put(kind.getKey(), kind.getValue().longValue()));
        return new SessionStatistics(row.getSessions(), row.getKeys(), row.getExpiredKeys(), keysByType);
    }
}
