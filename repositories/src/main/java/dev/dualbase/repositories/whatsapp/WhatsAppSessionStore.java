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
import dev.dualbase.core.backend.Capability;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.backend.Read;
import dev.dualbase.core.backend.ReadPreference;
import dev.dualbase.core.backend.TransactionOptions;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.core.time.BusinessClock;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.Keys;
import dev.dualbase.repositories.schema.WhatsappAuthRecord;
import dev.dualbase.repositories.schema.WhatsappKeysRecord;
import dev.dualbase.repositories.schema.WhatsappStatisticsRecord;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Credentials and keys of the salons' WhatsApp sessions. A salon has one session, under {@link CompanyId#key()}: rows
 * that older code stored under the bare number are not looked at, and should be renamed once, before the first use.
 *
 * <p>Keys expire a time after they were written that depends on their {@linkplain KeyType#lifetime() kind}, and are
 * not to be seen any more from then on. Nothing here answers "no key" or "no session" when the database cannot be
 * reached: that would make the client generate new ones. For the same reason credentials and keys are read from where they are
 * written, wherever other reads go.
 */
public final class WhatsAppSessionStore {

    /** How many keys are asked for at a time where filters cannot be long. */
    private static final int FEW = 100;

    private final Backend backend;
    private final BaseRepository<WhatsappAuthRecord> sessions;
    private final BaseRepository<WhatsappKeysRecord> keys;
    private final BaseRepository<WhatsappStatisticsRecord> statistics;
    private final KeyExpiry expiry;

    /** The sessions that a backend holds. The clock says when keys expire. */
    public WhatsAppSessionStore(Backend backend, Clock clock) {
        this.backend = backend;
        this.sessions = new BaseRepository<>(backend, WHATSAPP_AUTH).preferring(ReadPreference.BEFORE_WRITE);
        this.keys = new BaseRepository<>(backend, WHATSAPP_KEYS).preferring(ReadPreference.BEFORE_WRITE);
        this.statistics = new BaseRepository<>(backend, WHATSAPP_STATISTICS);
        this.expiry = new KeyExpiry(new BusinessClock(clock, ZoneOffset.UTC));
    }

    /** The credentials of a salon's session; empty if it has none. */
    public Optional<JSONB> loadCredentials(CompanyId company) {
        Filter own = eq(WHATSAPP_AUTH.COMPANY_ID, key(company));
        return sessions.as(origin(company, "loadCredentials")).findOne(own).map(WhatsappAuthRecord::getCreds);
    }

    /** Stores the credentials of a salon's session in place of those it has. */
    public void saveCredentials(CompanyId company, JSONB credentials) {
        WhatsappAuthRecord session =
                sessions.newRecord().setCompanyId(key(company)).setCreds(credentials);
        sessions.as(origin(company, "saveCredentials")).upsert(session, Keys.WHATSAPP_AUTH_PKEY);
    }

    /**
     * Deletes credentials and keys of a salon's session, both or neither.
     *
     * @return whether there was anything; with {@link Capability#ATOMIC_WRITES} alone, right before
     */
    @CanIgnoreReturnValue
    public boolean removeSession(CompanyId company) {
        Filter ownSession = eq(WHATSAPP_AUTH.COMPANY_ID, key(company));
        Filter ownKeys = eq(WHATSAPP_KEYS.COMPANY_ID, key(company));
        BaseRepository<WhatsappAuthRecord> session = sessions.as(origin(company, "removeSession"));
        BaseRepository<WhatsappKeysRecord> itsKeys = keys.as(origin(company, "removeSession"));
        boolean seen = !supports(Capability.TRANSACTIONS) && (session.exists(ownSession) || itsKeys.exists(ownKeys));
        long deleted = session.withTransaction(
                about(WHATSAPP_AUTH, ownSession, origin(company, "removeSession")),
                () -> session.deleteWhere(ownSession) + itsKeys.deleteWhere(ownKeys));
        return seen || deleted > 0;
    }

    /**
     * The keys with these names, by name; those that are not there or have expired are missing from the answer.
     *
     * <p>Many are asked for in several reads by a backend without {@link Capability#LONG_FILTERS}.
     *
     * @throws dev.dualbase.core.error.ResultTooLargeException if one read finds more than 10,000
     */
    public Map<String, JSONB> getKeys(CompanyId company, KeyType type, Collection<String> ids) {
        Filter valid = ofType(company, type).and(expiry.isValid());
        Map<String, JSONB> values = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>(ids);
        int step = wanted.size() <= FEW || supports(Capability.LONG_FILTERS) ? wanted.size() : FEW;
        int from = 0;
        do {
            int to = Math.min(from + step, wanted.size());
            Filter some = valid.and(in(WHATSAPP_KEYS.KEY_ID, wanted.subList(from, to)));
            keys.as(origin(company, "getKeys"))
                    .findMany(some)
                    .forEach(key -> values.put(key.getKeyId(), key.getValue()));
            from = to;
        } while (from < wanted.size());
        return values;
    }

    /**
     * Stores and deletes keys, all or nothing. Of several changes of one key the last one wins. A key that is stored
     * expires anew.
     */
    public void setKeys(CompanyId company, Collection<KeyChange> changes) {
        KeyBatch batch = KeyBatch.of(changes);
        Filter own = eq(WHATSAPP_KEYS.COMPANY_ID, key(company));
        BaseRepository<WhatsappKeysRecord> rows = keys.as(origin(company, "setKeys"));
        rows.useTransaction(about(WHATSAPP_KEYS, own, origin(company, "setKeys")), () -> {
            batch.deletes().forEach(deleted -> rows.deleteWhere(own.and(deleted)));
            rows.bulkUpsert(batch.rows(change -> row(company, change)), Keys.WHATSAPP_KEYS_PKEY);
        });
    }

    /** The size of the whole store, in one statement. */
    public SessionStatistics statisticsAcrossCompanies() {
        return statistics
                .as(acrossCompanies("statisticsAcrossCompanies"))
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
        return expiry.deleteExpired(keys.as(acrossCompanies("deleteExpiredKeysAcrossCompanies")), batch);
    }

    private boolean supports(Capability capability) {
        return backend.capabilities().supports(capability);
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

    private static <R extends Record> TransactionOptions about(Table<R> table, Filter own, Origin origin) {
        return TransactionOptions.defaults().about(Read.of(table, own, origin));
    }

    private static String key(@Nullable CompanyId company) {
        return require(company).key();
    }

    private static CompanyId require(@Nullable CompanyId company) {
        if (company == null) {
            throw new InvalidValueException("the company is missing", "22004", "whatsapp_auth", "company_id");
        }
        return company;
    }

    private static Origin origin(@Nullable CompanyId company, String method) {
        return origin(method).forTenant(require(company).toString());
    }

    private static Origin acrossCompanies(String method) {
        return origin(method).acrossTenants();
    }

    private static Origin origin(String method) {
        return new Origin("WhatsAppSessionStore", method);
    }
}
