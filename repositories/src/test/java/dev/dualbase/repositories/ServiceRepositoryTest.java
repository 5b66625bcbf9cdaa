// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.backend.BulkOptions;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.schema.ServicesRecord;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@SalonTest
class ServiceRepositoryTest {

    private final ServiceRepository services;

    ServiceRepositoryTest(Backend backend) {
        this.services = new ServiceRepository(backend);
    }

    @Test
    void theHeaviestComeFirstThoseWithoutWeightLastThenByTitle() {
        store(weighing(service(1, "d"), null), weighing(service(2, "c"), 1), weighing(service(3, "b"), 9));
        store(weighing(service(4, "a"), 1));
        assertThat(titles(services.findAll(SALON, false))).containsExactly("b", "a", "c", "d");
    }

    @Test
    void aServiceThatDoesNotSayIsActive() {
        store(active(service(1, "yes"), true), active(service(2, "no"), false), active(service(3, "unsaid"), null));
        assertThat(titles(services.findAll(SALON, false))).containsExactly("unsaid", "yes");
        assertThat(titles(services.findAll(SALON, true))).containsExactly("no", "unsaid", "yes");
    }

    @Test
    void aCategoryHoldsItsActiveServicesUnlessAllAreWanted() {
        store(in(service(1, "here"), 5), in(active(service(2, "gone"), false), 5), in(service(3, "elsewhere"), 6));
        assertThat(titles(services.findByCategory(SALON, 5))).containsExactly("here");
        assertThat(titles(services.findByCategory(SALON, 5, true))).containsExactly("gone", "here");
    }

    @Test
    void aServiceIsFoundByItsNumberActiveOrNot() {
        store(active(service(18_356_010, "СТРИЖКА"), false));
        assertThat(services.findByYclientsId(SALON, ServiceId.of(18_356_010))).isPresent();
    }

    @Test
    void titlesComeInTheOrderAskedForAndUnknownNumbersAreMissing() {
        store(service(1, "one"), service(2, "two"), service(3, "three"));
        assertThat(services.titlesOf(SALON, ids(3, 99, 1, 3)))
                .containsExactly(entry(ServiceId.of(3), "three"), entry(ServiceId.of(1), "one"));
        assertThat(services.titlesOf(SALON, List.of())).isEmpty();
    }

    @Test
    void aNullAmongTheNumbersIsRefusedByTheNameOfItsColumn() {
        assertThatThrownBy(() -> services.titlesOf(SALON, Arrays.asList(ServiceId.of(1), null)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("services.yclients_id");
    }

    @Test
    void anUpsertKeepsWhatItDoesNotCarry() {
        store(weighing(service(1, "old"), 9));
        ServicesRecord stored = services.upsert(SALON, service(1, "new"));
        assertThat(stored.getTitle()).isEqualTo("new");
        assertThat(stored.getWeight()).isEqualTo(9);
    }

    private void store(ServicesRecord... rows) {
        services.bulkUpsert(SALON, List.of(rows), BulkOptions.atomic());
    }

    private static List<ServiceId> ids(long... numbers) {
        return Arrays.stream(numbers).mapToObj(ServiceId::of).toList();
    }

    private static List<String> titles(List<ServicesRecord> rows) {
        return rows.stream().map(ServicesRecord::getTitle).toList();
    }

    private static ServicesRecord weighing(ServicesRecord row, Integer weight) {
        row.setWeight(weight);
        return row;
    }

    private static ServicesRecord active(ServicesRecord row, Boolean active) {
        row.setIsActive(active);
        return row;
    }

    private static ServicesRecord in(ServicesRecord row, long category) {
        row.setCategoryId(category);
        return row;
    }
}
