// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.error.NotNullException;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.StaffRecord;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@SalonTest
class StaffRepositoryTest {

    private static final StaffId ONE = StaffId.of(2_895_125);
    private static final StaffId TWO = StaffId.of(3_164_669);
    private static final StaffId THREE = StaffId.of(3_647_752);

    private final StaffRepository staff;
    private final PlainSql sql;

    StaffRepositoryTest(Backend backend, DataSource plain) {
        this.staff = new StaffRepository(backend);
        this.sql = new PlainSql(plain);
    }

    @Test
    void staffComeByNameAndOneWhoDoesNotSayIsActive() throws Exception {
        store(member(ONE.value(), "В"), inactive(TWO, "Б"), member(THREE.value(), "А"));
        sql.execute("UPDATE staff SET is_active = NULL WHERE name = 'А'");
        assertThat(names(staff.findAll(SALON, false))).containsExactly("А", "В");
        assertThat(names(staff.findAll(SALON, true))).containsExactly("А", "Б", "В");
        assertThat(staff.findActiveIds(SALON)).containsExactly(THREE, ONE);
    }

    @Test
    void aMemberIsFoundByNumberActiveOrNot() {
        store(inactive(ONE, "А"));
        assertThat(staff.findByYclientsId(SALON, ONE)).isPresent();
        assertThat(staff.findByYclientsId(SALON, TWO)).isEmpty();
    }

    @Test
    void namesComeInTheOrderAskedForAndUnknownNumbersAreMissing() {
        store(member(ONE.value(), "А"), inactive(TWO, "Б"));
        assertThat(staff.namesOf(SALON, List.of(TWO, THREE, ONE))).containsExactly(entry(TWO, "Б"), entry(ONE, "А"));
        assertThat(staff.namesOf(SALON, List.of())).isEmpty();
    }

    @Test
    void deactivatingAllSaysHowManyWereActive() {
        store(member(ONE.value(), "А"), inactive(TWO, "Б"));
        assertThat(staff.deactivateAll(SALON)).isEqualTo(1);
        assertThat(staff.findActiveIds(SALON)).isEmpty();
    }

    @Test
    void thoseMissingFromTheListEndInactiveAndThoseInItKeepWhatTheySet() {
        store(member(ONE.value(), "А"), member(TWO.value(), "Б"), inactive(THREE, "В"));
        StaffRecord fired = inactive(StaffId.of(4), "Г");
        BulkResult result =
                staff.replaceAll(SALON, List.of(member(ONE.value(), "А"), member(THREE.value(), "В"), fired));
        assertThat(result).isEqualTo(new BulkResult(1, 2, List.of()));
        assertThat(staff.findActiveIds(SALON)).containsExactly(ONE, THREE);
        assertThat(staff.findAll(SALON, true)).hasSize(4);
    }

    @Test
    void replacingAllKeepsColumnsThatTheListDoesNotCarry() {
        StaffRecord rated = member(ONE.value(), "А");
        rated.setVotesCount(12);
        store(rated);
        staff.replaceAll(SALON, List.of(member(ONE.value(), "новое имя")));
        assertThat(staff.findByYclientsId(SALON, ONE).orElseThrow().getVotesCount())
                .isEqualTo(12);
    }

    /** Acceptance scenario 21. */
    @Test
    void scenario21AReplacementThatFailsAfterTheDeactivationLeavesTheActiveActive() {
        store(member(ONE.value(), "А"), member(TWO.value(), "Б"));
        StaffRecord nameless = new StaffRecord();
        nameless.setYclientsId(THREE.value());
        assertThatThrownBy(() -> staff.replaceAll(SALON, List.of(nameless))).isInstanceOf(NotNullException.class);
        assertThat(staff.findActiveIds(SALON)).containsExactly(ONE, TWO);
    }

    /** Acceptance scenario 21. */
    @Test
    void scenario21AMemberWithoutNumberLeavesTheActiveActive() {
        store(member(ONE.value(), "А"));
        StaffRecord numberless = new StaffRecord();
        numberless.setName("Б");
        assertThatThrownBy(() -> staff.replaceAll(SALON, List.of(numberless)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("staff.yclients_id");
        assertThat(staff.findActiveIds(SALON)).containsExactly(ONE);
    }

    @Test
    void anEmptyReplacementIsRefused() {
        store(member(ONE.value(), "А"));
        assertThatThrownBy(() -> staff.replaceAll(SALON, List.of()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("deactivateAll");
        assertThat(staff.findActiveIds(SALON)).containsExactly(ONE);
    }

    @Test
    void anUpsertKeepsWhatItDoesNotCarry() {
        store(inactive(ONE, "А"));
        assertThat(staff.upsert(SALON, member(ONE.value(), "Б")).getIsActive()).isFalse();
    }

    private void store(StaffRecord... rows) {
        staff.bulkUpsert(SALON, List.of(rows), BulkOptions.atomic());
    }

    private static StaffRecord inactive(StaffId id, String name) {
        StaffRecord row = member(id.value(), name);
        row.setIsActive(false);
        return row;
    }

    private static List<String> names(List<StaffRecord> rows) {
        return rows.stream().map(StaffRecord::getName).toList();
    }
}
