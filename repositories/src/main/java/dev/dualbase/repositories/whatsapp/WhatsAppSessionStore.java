// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.whatsapp;

import static dev.dualbase.core.filter.Filters.eq;
import static dev.dualbase.core.filter.Filters.everyRow;
import static dev.dualbase.core.filter.Filters.in;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_AUTH;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_KEYS;
import static dev.dualbase.repositories.schema.Tables.WHATSAPP_STATISTICS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.time.BusinessClock;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.WhatsappAuthRecord;
import dev.dualbase.repositories.schema.WhatsappKeysRecord;
import dev.dualbase.repositories.schema.WhatsappStatisticsRecord;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * Credentials and keys of the salons' WhatsApp sessions. A salon has one session, under {@link CompanyId#key()}: rows
 * that older code stored under the bare number are not looked at, and should be renamed once, before the first use.
 *
 * <p>Keys expire a time after they were written that depends on their {@linkplain KeyType#lifetime() kind}, and are
 * not to be seen any more from then on. Nothing here answers "no key" or "no session" when the database cannot be
 * reached: that would make the client generate new ones.
 */
public final class WhatsAppSessionStore {

    private final BaseRepository<WhatsappAuthRecord> sessions;
    private final BaseRepository<WhatsappKeysRecord> keys;
    private final BaseRepository<WhatsappStatisticsRecord> statistics;
    private final KeyExpiry expiry;

    /** The sessions that a backend holds. The clock says when keys expire. */
    public WhatsAppSessionStore(Backend backend, Clock clock) {
        this.sessions = new BaseRepository<>(backend, WHATSAPP_AUTH);
        this.keys = new BaseRepository<>(backend, WHATSAPP_KEYS);
        this.statistics = new BaseRepository<>(backend, WHATSAPP_STATISTICS);
        this.expiry = new KeyExpiry(new BusinessClock(clock, ZoneOffset.UTC));
    }

    /** The credentials of a salon's session; empty if it has none. */
    public Optional<JSONB> loadCredentials(CompanyId company) {
        Filter own = eq(WHATSAPP_AUTH.COMPANY_ID, key(company));
        return sessions.as(name(), "loadCredentials").findOne(own).map(WhatsappAuthRecord::getCreds);
    }

    /** Stores the credentials of a salon's session in place of those it has. */
    public void saveCredentials(CompanyId company, JSONB credentials) {
        WhatsappAuthRecord session =
                sessions.newRecord().setCompanyId(key(company)).setCreds(credentials);
        sessions.as(name(), "saveCredentials").upsert(session, Keys.WHATSAPP_AUTH_PKEY);
    }

    /**
     * Deletes credentials and keys of a salon's session, both or neither.
     *
     * @return whether there was anything
     */
    @CanIgnoreReturnValue
    public boolean removeSession(CompanyId company) {
        String key = key(company);
        return sessions.withTransaction(() -> {
            long deleted = sessions.as(name(), "removeSession").deleteWhere(eq(WHATSAPP_AUTH.COMPANY_ID, key))
                    + keys.as(name(), "removeSession").deleteWhere(eq(WHATSAPP_KEYS.COMPANY_ID, key));
            return deleted > 0;
        });
    }

    /**
     * The keys with these names, by name; those that are not there or have expired are missing from the answer.
     *
     * @throws dev.dualbase.core.error.ResultTooLargeException if there are more than 10,000
     */
    public Map<String, JSONB> getKeys(CompanyId company, KeyType type, Collection<String> ids) {
        Filter wanted = Filters.and(ofType(company, type), in(WHATSAPP_KEYS.KEY_ID, ids), expiry.isValid());
        Map<String, JSONB> values = new LinkedHashMap<>();
        keys.as(name(), "getKeys").findMany(wanted).forEach(key -> values.put(key.getKeyId(), key.getValue()));
        return values;
    }

    /**
     * Stores and deletes keys, all or nothing. Of several changes of one key the last one wins. A key that is stored
     * expires anew.
     */
    public void setKeys(CompanyId company, Collection<KeyChange> changes) {
        KeyBatch batch = KeyBatch.of(changes);
        Filter own = eq(WHATSAPP_KEYS.COMPANY_ID, key(company));
        BaseRepository<WhatsappKeysRecord> rows = keys.as(name(), "setKeys");
        keys.useTransaction(() -> {
            batch.deletes().forEach(deleted -> rows.deleteWhere(own.and(deleted)));
            rows.bulkUpsert(batch.rows(change -> row(company, change)), Keys.WHATSAPP_KEYS_PKEY);
        });
    }

    /** The size of the whole store, in one statement. */
    public SessionStatistics statisticsAcrossCompanies() {
        return statistics
                .as(name(), "statisticsAcrossCompanies")
                .findOne(everyRow())
                .map(SessionStatistics::of)
                .orElseThrow();
    }

    /**
     * Deletes all expired keys, in batches of about this many, each in a statement of its own.
     *
     * @param batch 1 or more
     * @return how many there were
     */
    @CanIgnoreReturnValue
    public long deleteExpiredKeysAcrossCompanies(int batch) {
        return expiry.deleteExpired(keys.as(name(), "deleteExpiredKeysAcrossCompanies"), batch);
    }

    private WhatsappKeysRecord row(CompanyId company, KeyChange change) {
        return keys.newRecord()
                .setCompanyId(key(company))
                .setKeyType(change.type().name())
                .setKeyId(change.id())
                .setValue(change.value().orElseThrow())
                .setExpiresAt(expiry.of(change.type()));
    }

    private static Filter ofType(CompanyId company, KeyType type) {
        return eq(WHATSAPP_KEYS.COMPANY_ID, key(company)).and(eq(WHATSAPP_KEYS.KEY_TYPE, type.name()));
    }

    private static String key(@Nullable CompanyId company) {
        if (company == null) {
            throw new InvalidValueException("the company is missing", "22004", "whatsapp_auth", "company_id");
        }
        return company.key();
    }

    private static String name() {
        return WhatsAppSessionStore.class.getSimpleName();
    }
}
