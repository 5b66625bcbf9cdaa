// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.schema.Tables.COMPANIES;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.Origin;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import dev.dualbase.core.repository.BaseRepository;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.schema.Keys;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The salons themselves, one row for each. A salon is found and changed by its own number, never by that of its row. */
public final class CompanyRepository {

    private final BaseRepository<CompaniesRecord> rows;

    /** The salons that a backend holds. */
    public CompanyRepository(Backend backend) {
        this.rows = new BaseRepository<>(backend, COMPANIES);
    }

    private BaseRepository<CompaniesRecord> rows(@Nullable CompanyId salon, String method) {
        return rows.as(
                new Origin("CompanyRepository", method).forTenant(require(salon).toString()));
    }

    private BaseRepository<CompaniesRecord> rowsOfAll(String method) {
        return rows.as(new Origin("CompanyRepository", method).acrossTenants());
    }

    /** A record with no column set. */
    public CompaniesRecord newRecord() {
        return rows.newRecord();
    }

    /** The salon. */
    public Optional<CompaniesRecord> findByCompanyId(CompanyId salon) {
        return rows(salon, "findByCompanyId").findOne(is(salon));
    }

    /**
     * The salon whose {@code yclients_id} is this number, as older code stored it. New code has a {@link CompanyId}.
     *
     * @throws dev.dualbase.core.error.NonUniqueResultException if several salons have it, because nothing forbids it
     */
    public Optional<CompaniesRecord> findByYclientsId(long yclientsId) {
        return rowsOfAll("findByYclientsId").findOne(Filters.eq(COMPANIES.YCLIENTS_ID, yclientsId));
    }

    /**
     * Stores a new salon and returns it with what the database filled in.
     *
     * @throws InvalidValueException if its {@code company_id} is not set
     * @throws dev.dualbase.core.error.DuplicateKeyException if there is one with this number
     */
    @CanIgnoreReturnValue
    public CompaniesRecord create(CompaniesRecord salon) {
        return rows(numberOf(salon), "create").insert(salon);
    }

    /**
     * Stores a salon, or writes the columns that were set to the one that has its {@code company_id}.
     *
     * @return the salon as it is now
     * @throws InvalidValueException if its {@code company_id} is not set
     */
    @CanIgnoreReturnValue
    public CompaniesRecord upsert(CompaniesRecord salon) {
        return rows(numberOf(salon), "upsert").upsert(salon, Keys.COMPANIES_COMPANY_ID_KEY);
    }

    /**
     * Writes the columns that were set to the salon.
     *
     * @return whether there is such a salon
     * @throws InvalidValueException if no column was set, or {@code company_id} was
     */
    @CanIgnoreReturnValue
    public boolean update(CompanyId salon, CompaniesRecord changes) {
        if (changes.changed(COMPANIES.COMPANY_ID)) {
            throw invalid("the number of a salon cannot be changed", "22023", "company_id");
        }
        return rows(salon, "update").updateWhere(is(salon), changes) > 0;
    }

    /**
     * The zone that the salon is in.
     *
     * @param fallback what to answer if the salon has no zone, or there is no such salon
     * @throws InvalidValueException if {@code companies.timezone} is not the name of a zone
     */
    public ZoneId zoneOf(CompanyId salon, ZoneId fallback) {
        return rows(salon, "zoneOf")
                .selecting(COMPANIES.TIMEZONE)
                .findOne(is(salon))
                .map(CompaniesRecord::getTimezone)
                .filter(name -> !name.isBlank())
                .map(CompanyRepository::zone)
                .orElse(fallback);
    }

    /** How many salons have an open WhatsApp session. */
    public long countConnectedAcrossCompanies() {
        return rowsOfAll("countConnectedAcrossCompanies").count(Filters.eq(COMPANIES.WHATSAPP_CONNECTED, true));
    }

    /** How many salons there are. */
    public long countAllAcrossCompanies() {
        return rowsOfAll("countAllAcrossCompanies").count(Filters.everyRow());
    }

    private static Filter is(CompanyId salon) {
        return Filters.eq(COMPANIES.COMPANY_ID, salon.value());
    }

    private static CompanyId require(@Nullable CompanyId salon) {
        if (salon == null) {
            throw invalid("the company is missing", "22004", "company_id");
        }
        return salon;
    }

    private static CompanyId numberOf(CompaniesRecord salon) {
        Long number = salon.getCompanyId();
        if (number == null || number < 1) {
            throw invalid("a salon needs companies.company_id to be set, and to be 1 or more", "22004", "company_id");
        }
        return CompanyId.of(number);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException unknown) {
            throw invalid("companies.timezone is not the name of a time zone", "22023", "timezone");
        }
    }

    private static InvalidValueException invalid(String what, String sqlState, String column) {
        return new InvalidValueException(what, sqlState, COMPANIES.getName(), column);
    }
}
