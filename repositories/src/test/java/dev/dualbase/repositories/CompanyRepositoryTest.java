// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.SALON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.DuplicateKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NonUniqueResultException;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.CompaniesRecord;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@SalonTest
class CompanyRepositoryTest {

    private static final CompanyId NEW = CompanyId.of(999_998);

    private final CompanyRepository companies;
    private final PlainSql sql;

    CompanyRepositoryTest(Backend backend, DataSource plain) {
        this.companies = new CompanyRepository(backend);
        this.sql = new PlainSql(plain);
    }

    @Test
    void aSalonIsFoundByItsNumber() {
        assertThat(companies.findByCompanyId(SALON))
                .hasValueSatisfying(found -> assertThat(found.getTitle()).isEqualTo("ours"));
        assertThat(companies.findByCompanyId(NEW)).isEmpty();
    }

    @Test
    void theNumberThatOlderCodeStoredMayBeAmbiguous() {
        companies.update(SALON, yclientsId(7));
        assertThat(companies.findByYclientsId(7)).isPresent();
        companies.update(OTHER, yclientsId(7));
        assertThatThrownBy(() -> companies.findByYclientsId(7)).isInstanceOf(NonUniqueResultException.class);
    }

    @Test
    void aSalonIsCreatedOnce() {
        assertThat(companies.create(salon(NEW, "new")).getId()).isNotNull();
        assertThatThrownBy(() -> companies.create(salon(NEW, "again"))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void anUpsertKeepsWhatItDoesNotCarry() {
        CompaniesRecord address = companies.newRecord();
        address.setCompanyId(SALON.value());
        address.setAddress("Main street 1");
        CompaniesRecord stored = companies.upsert(address);
        assertThat(stored.getTitle()).isEqualTo("ours");
        assertThat(stored.getAddress()).isEqualTo("Main street 1");
    }

    @Test
    void aSalonWithoutItsNumberIsRefusedByName() {
        CompaniesRecord nameless = companies.newRecord();
        nameless.setYclientsId(SALON.value());
        assertThatThrownBy(() -> companies.upsert(nameless))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("companies.company_id");
        assertThatThrownBy(() -> companies.create(nameless)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void anUpdateTouchesOneSalonOnly() throws Exception {
        String before = sql.value("SELECT c::text FROM companies c WHERE company_id = " + OTHER);
        assertThat(companies.update(SALON, title("new title"))).isTrue();
        assertThat(companies.update(NEW, title("nobody"))).isFalse();
        assertThat(sql.value("SELECT c::text FROM companies c WHERE company_id = " + OTHER))
                .isEqualTo(before);
    }

    @Test
    void aSalonCannotBecomeAnother() {
        assertThatThrownBy(() -> companies.update(SALON, salon(OTHER, "moved")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("cannot be changed");
    }

    @Test
    void aMissingTenantIsRefused() {
        assertThatThrownBy(() -> companies.findByCompanyId(null)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> companies.update(null, title("all"))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theZoneComesFromTheSalonOrElseFromTheCaller() {
        ZoneId moscow = ZoneId.of("Europe/Moscow");
        assertThat(companies.zoneOf(SALON, moscow)).isEqualTo(moscow);
        assertThat(companies.zoneOf(NEW, moscow)).isEqualTo(moscow);
        companies.update(SALON, zone("Asia/Yekaterinburg"));
        assertThat(companies.zoneOf(SALON, moscow)).isEqualTo(ZoneId.of("Asia/Yekaterinburg"));
    }

    @Test
    void aZoneThatDoesNotExistIsAnErrorThatDoesNotRepeatIt() {
        companies.update(SALON, zone("Moscow time"));
        assertThatThrownBy(() -> companies.zoneOf(SALON, ZoneOffset.UTC))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("companies.timezone")
                .hasMessageNotContaining("Moscow");
    }

    @Test
    void countsCrossSalonsAndSaySo() {
        CompaniesRecord connected = companies.newRecord();
        connected.setWhatsappConnected(true);
        companies.update(SALON, connected);
        assertThat(companies.countConnectedAcrossCompanies()).isEqualTo(1);
        assertThat(companies.countAllAcrossCompanies()).isEqualTo(2);
    }

    private CompaniesRecord salon(CompanyId salon, String title) {
        CompaniesRecord row = title(title);
        row.setCompanyId(salon.value());
        return row;
    }

    private CompaniesRecord title(String title) {
        CompaniesRecord row = companies.newRecord();
        row.setTitle(title);
        return row;
    }

    private CompaniesRecord yclientsId(long id) {
        CompaniesRecord row = companies.newRecord();
        row.setYclientsId(id);
        return row;
    }

    private CompaniesRecord zone(String name) {
        CompaniesRecord row = companies.newRecord();
        row.setTimezone(name);
        return row;
    }
}
