// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.query.Limit;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.schema.ClientsRecord;
import java.time.LocalDate;
import java.util.List;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SalonTest
class ClientRepositoryTest {

    private static final Limit TEN = Limit.of(10);

    private final ClientRepository clients;

    ClientRepositoryTest(Backend backend) {
        this.clients = new ClientRepository(backend);
    }

    @Test
    void ofSeveralWithOnePhoneTheLastVisitorIsFound() {
        clients.upsert(SALON, client(1));
        clients.upsert(SALON, visited(client(2), "2025-11-01"));
        clients.upsert(SALON, visited(client(3), "2025-10-01"));
        assertThat(clients.findByPhone(SALON, PHONE))
                .map(ClientsRecord::getYclientsId)
                .hasValue(2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+79000000001", "79000000001"})
    void theRawPhoneIsFoundWithAndWithoutItsPlus(String stored) {
        ClientsRecord writer = client(1);
        writer.setRawPhone(stored);
        clients.upsert(SALON, writer);
        assertThat(clients.findByRawPhone(SALON, PHONE)).isPresent();
    }

    @Test
    void aClientIsFoundByItsNumberInYclients() {
        clients.upsert(SALON, client(60_006));
        assertThat(clients.findByYclientsId(SALON, ClientId.of(60_006))).isPresent();
        assertThat(clients.findByYclientsId(SALON, ClientId.of(60_007))).isEmpty();
    }

    @Test
    void aSearchByNameIgnoresCaseAndPutsRecentVisitorsFirst() {
        clients.upsert(SALON, client(1, "Анна Первая"));
        clients.upsert(SALON, visited(client(2, "АННА Вторая"), "2025-10-01"));
        clients.upsert(SALON, visited(client(3, "Мария-анна"), "2025-11-01"));
        clients.upsert(SALON, client(4, "Анна Последняя"));
        clients.upsert(SALON, client(5, "Борис"));
        assertThat(search("анна", TEN)).containsExactly(3L, 2L, 1L, 4L);
        assertThat(search(" анна ", Limit.of(2))).containsExactly(3L, 2L);
    }

    /** Acceptance scenario 13. */
    @ParameterizedTest
    @CsvSource({"%, 1", "_, 2", "*, 3", "\\, 4"})
    void scenario13ASearchMatchesWildcardsLiterally(String text, long expected) {
        clients.upsert(SALON, client(1, "a%z"));
        clients.upsert(SALON, client(2, "a_z"));
        clients.upsert(SALON, client(3, "a*z"));
        clients.upsert(SALON, client(4, "a\\z"));
        assertThat(search(text, TEN)).containsExactly(expected);
        assertThat(search("a" + text + "Z", TEN)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aSearchForNothingIsRefused(String nothing) {
        assertThatThrownBy(() -> search(nothing, TEN))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("name");
    }

    @Test
    void aLimitOfZeroFindsNobody() {
        clients.upsert(SALON, client(1, "Анна"));
        assertThat(search("анна", Limit.of(0))).isEmpty();
    }

    /** Acceptance scenario 4. */
    @Test
    void scenario04RowsOfOneBulkMaySetDifferentColumns() {
        clients.upsert(SALON, full(1));
        ClientsRecord email = client(1);
        email.setEmail("new@test.example.com");
        ClientsRecord notes = client(2);
        notes.setNotes("new");
        BulkResult result = clients.bulkUpsert(SALON, List.of(email, notes), BulkOptions.atomic());
        assertThat(result).isEqualTo(new BulkResult(1, 1, List.of()));
        assertThat(get(1).getEmail()).isEqualTo("new@test.example.com");
        assertThat(get(1).getNotes()).isEqualTo("kept");
        assertThat(get(2).getNotes()).isEqualTo("new");
    }

    @Test
    void ofTwoRowsWithOneNumberTheLastWinsColumnByColumn() {
        ClientsRecord email = client(1, "first");
        email.setEmail("kept@test.example.com");
        clients.bulkUpsert(SALON, List.of(email, client(1, "last")), BulkOptions.atomic());
        assertThat(get(1).getName()).isEqualTo("last");
        assertThat(get(1).getEmail()).isEqualTo("kept@test.example.com");
    }

    @Test
    void aClientWithoutPhoneIsReportedAndTheOthersAreStored() {
        ClientsRecord bad = new ClientsRecord();
        bad.setYclientsId(2L);
        BulkResult result = clients.bulkUpsert(SALON, List.of(client(1), bad, client(3)), BulkOptions.isolateBadRows());
        assertThat(result.stored()).isEqualTo(2);
        assertThat(result.badRows()).singleElement().satisfies(row -> {
            assertThat(row.index()).isEqualTo(1);
            assertThat(row.sqlState()).hasValue("23502");
            assertThat(row.failure().column()).hasValue("phone");
        });
    }

    /** Acceptance scenario 7. */
    @Test
    void scenario07ListsAreBoundByTheTypeOfTheirColumn() {
        String[] awkward = {"МУЖСКАЯ СТРИЖКА", "a \"quote\"", "a, comma", "{brace}", "back\\slash", "", "NULL"};
        JSONB history = JSONB.jsonb("[{\"services\": [\"a \\\"quote\\\"\", \"{b}, \\\\\"], \"cost\": 1500}, []]");
        ClientsRecord row = client(1);
        row.setTags(awkward);
        row.setLastServiceIds(new Long[] {18_356_010L, Long.MAX_VALUE});
        row.setVisitHistory(history);
        clients.upsert(SALON, row);
        assertThat(get(1).getTags()).containsExactly(awkward);
        assertThat(get(1).getLastServiceIds()).containsExactly(18_356_010L, Long.MAX_VALUE);
        assertThat(get(1).getVisitHistory()).isEqualTo(history);
    }

    /** Acceptance scenario 7. */
    @Test
    void scenario07AnEmptyListStaysAList() {
        ClientsRecord row = client(1);
        row.setTags(new String[0]);
        row.setGoodsPurchases(JSONB.jsonb("[]"));
        clients.bulkUpsert(SALON, List.of(row), BulkOptions.atomic());
        assertThat(get(1).getTags()).isNotNull().isEmpty();
        assertThat(get(1).getGoodsPurchases()).isEqualTo(JSONB.jsonb("[]"));
    }

    /** Acceptance scenario 20. */
    @Test
    void scenario20ASyncKeepsWhatItDoesNotCarryAndAdvancesTheStamp() {
        ClientsRecord before = clients.upsert(SALON, full(1));
        clients.bulkUpsert(SALON, List.of(client(1, "new name")), BulkOptions.atomic());
        ClientsRecord after = get(1);
        assertThat(after.getName()).isEqualTo("new name");
        assertThat(after.getVisitHistory()).isEqualTo(before.getVisitHistory());
        assertThat(after.getLastServices()).containsExactly(before.getLastServices());
        assertThat(after.getVisitCount()).isEqualTo(7);
        assertThat(after.getCreatedAt()).isEqualTo(before.getCreatedAt());
        assertThat(after.getUpdatedAt()).isAfter(before.getUpdatedAt());
    }

    @Test
    void aMissingTenantIsRefusedEvenForNoRows() {
        assertThatThrownBy(() -> clients.bulkUpsert(null, List.of(), BulkOptions.atomic()))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> clients.findByPhone(null, PHONE)).isInstanceOf(InvalidValueException.class);
    }

    private List<Long> search(String text, Limit limit) {
        return clients.searchByName(SALON, text, limit).stream()
                .map(ClientsRecord::getYclientsId)
                .toList();
    }

    private ClientsRecord get(long yclientsId) {
        return clients.findByYclientsId(SALON, ClientId.of(yclientsId)).orElseThrow();
    }

    private static ClientsRecord visited(ClientsRecord row, String date) {
        row.setLastVisitDate(LocalDate.parse(date));
        return row;
    }

    private static ClientsRecord full(long yclientsId) {
        ClientsRecord row = client(yclientsId, "old name");
        row.setNotes("kept");
        row.setVisitCount(7);
        row.setVisitHistory(JSONB.jsonb("[{\"cost\": 1500}]"));
        row.setLastServices(new String[] {"МУЖСКАЯ СТРИЖКА"});
        return row;
    }
}
