// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import static dev.dualbase.repositories.TestSalon.OTHER;
import static dev.dualbase.repositories.TestSalon.PHONE;
import static dev.dualbase.repositories.TestSalon.SALON;
import static dev.dualbase.repositories.TestSalon.client;
import static dev.dualbase.repositories.TestSalon.day;
import static dev.dualbase.repositories.TestSalon.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dualbase.core.backend.BulkResult;
import dev.dualbase.core.error.ForeignKeyException;
import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.repositories.data.DataError;
import dev.dualbase.repositories.data.DataLayer;
import dev.dualbase.repositories.data.DataResponse;
import dev.dualbase.repositories.id.ClientId;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.id.ServiceId;
import dev.dualbase.repositories.id.StaffId;
import dev.dualbase.repositories.schema.ClientsRecord;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.schema.DialogContextsRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** What each writing method of the data layer stores, leaves, and says where it could not. */
interface DataLayerWriteContract extends DataLayerCase {

    LocalDate MONDAY = LocalDate.of(2025, 12, 1);

    @Test
    default void a_dialog_keeps_what_is_not_set_and_two_salons_have_their_own() {
        data().upsertDialogContext(SALON, dialog().setState("asked").setData(JSONB.valueOf("{\"a\": 1}")))
                .orThrow();
        data().upsertDialogContext(OTHER, dialog().setState("theirs")).orThrow();
        DialogContextsRecord stored =
                data().upsertDialogContext(SALON, dialog().setState("booked")).orThrow();

        assertThat(stored.getState()).isEqualTo("booked");
        assertThat(stored.getData()).isEqualTo(JSONB.valueOf("{\"a\": 1}"));
        assertThat(data().getDialogContext(OTHER, "user").orThrow().getState()).isEqualTo("theirs");
    }

    @Test
    default void a_client_is_stored_under_one_spelling_of_the_phone_number() {
        data().upsertClient(SALON, client(1, "Анна").setPhone("8 (900) 000-00-01"))
                .orThrow();
        assertThat(data().getClientByPhone(SALON, PHONE).orThrow().getName()).isEqualTo("Анна");
        assertThat(data().getClientByPhone(OTHER, PHONE).data()).isEmpty();
    }

    @Test
    default void a_client_keeps_what_is_not_set() {
        data().upsertClient(SALON, client(1, "Анна").setVisitCount(7)).orThrow();

        DataResponse<ClientsRecord> response = data().upsertClient(SALON, client(1, "Анна П."));

        assertThat(response.orThrow().getName()).isEqualTo("Анна П.");
        assertThat(response.orThrow().getVisitCount()).isEqualTo(7);
        assertThat(response.metadata().rows()).isEqualTo(1);
    }

    @Test
    default void a_batch_of_clients_may_differ_in_columns_and_spell_phones_as_they_like() {
        data().upsertClient(SALON, client(1, "Анна")).orThrow();
        DataResponse<BulkResult> response = data().upsertClients(
                        SALON,
                        List.of(client(1).setVisitCount(3), client(2, "Борис").setPhone("+7 900 000-00-02")));

        assertThat(data().getClientById(SALON, ClientId.of(1)).orThrow().getName())
                .isEqualTo("Анна");
        mixed(response).ifPresent(done -> {
            assertThat(done).isEqualTo(new BulkResult(1, 1, List.of()));
            assertThat(response.metadata().rows()).isEqualTo(2);
            assertThat(data().getClientById(SALON, ClientId.of(2)).orThrow().getPhone())
                    .isEqualTo("79000000002");
        });
    }

    @Test
    default void a_batch_is_stored_as_a_whole_or_not_at_all() {
        DataError error = data().upsertClients(SALON, List.of(client(1, "Анна"), client(2, "Борис".repeat(100))))
                .error()
                .orElseThrow();

        assertThat(error.exception()).isInstanceOf(InvalidValueException.class);
        assertThat(error.sqlState()).contains("22001");
        assertThat(error.field()).isEmpty();
        assertThat(data().getClientById(SALON, ClientId.of(1)).data()).isEmpty();
    }

    @Test
    default void a_batch_of_days_changes_those_of_the_same_person_and_date() {
        data().upsertStaffSchedules(SALON, List.of(day(1, MONDAY).setWorkingHours("9-18")))
                .orThrow();
        DataResponse<BulkResult> response =
                data().upsertStaffSchedules(SALON, List.of(day(1, MONDAY).setIsWorking(false), day(2, MONDAY)));

        mixed(response).ifPresent(done -> assertThat(done).isEqualTo(new BulkResult(1, 1, List.of())));
        assertThat(data().getStaffSchedule(SALON, StaffId.of(1), MONDAY)
                        .orThrow()
                        .getWorkingHours())
                .isEqualTo("9-18");
    }

    @Test
    default void a_batch_of_services_changes_those_that_are_there() {
        data().upsertServices(SALON, List.of(service(1, "Стрижка").setWeight(3)))
                .orThrow();
        BulkResult done = data().upsertServices(SALON, List.of(service(1, "МУЖСКАЯ СТРИЖКА"), service(2, "Укладка")))
                .orThrow();

        assertThat(done).isEqualTo(new BulkResult(1, 1, List.of()));
        assertThat(data().getServiceById(SALON, ServiceId.of(1)).orThrow().getWeight())
                .isEqualTo(3);
    }

    @Test
    default void an_empty_batch_does_nothing() {
        assertThat(data().upsertClients(SALON, List.of()).metadata().rows()).isZero();
        assertThat(data().upsertStaffSchedules(SALON, List.of()).orThrow().stored())
                .isZero();
        assertThat(data().upsertServices(SALON, List.of()).orThrow().stored()).isZero();
    }

    @Test
    default void a_batch_of_500_is_stored() {
        List<ClientsRecord> most = LongStream.rangeClosed(1, DataLayer.MAX_BATCH)
                .mapToObj(number -> client(number, "Анна"))
                .toList();
        assertThat(data().upsertClients(SALON, most).metadata().rows()).isEqualTo(DataLayer.MAX_BATCH);
    }

    @Test
    default void a_salon_is_known_by_the_number_of_the_call() {
        CompanyId salon = CompanyId.of(5);
        data().upsertCompany(salon, new CompaniesRecord().setTitle("Салон").setCurrency("RUB"))
                .orThrow();
        CompaniesRecord stored = data().upsertCompany(salon, new CompaniesRecord().setTitle("Студия"))
                .orThrow();

        assertThat(stored.getCurrency()).isEqualTo("RUB");
        assertThat(data().getCompany(salon).orThrow().getTitle()).isEqualTo("Студия");
        assertThat(data().getCompany(SALON).orThrow().getTitle()).isEqualTo("salon 962302");
    }

    @Test
    default void what_the_database_refuses_is_a_failure_with_its_exception() {
        DataResponse<ClientsRecord> orphan = data().upsertClient(CompanyId.of(5), client(1));
        assertThat(orphan.error().orElseThrow().exception()).isInstanceOf(ForeignKeyException.class);

        DataResponse<ClientsRecord> tooLong = data().upsertClient(SALON, client(1, "Анна".repeat(100)));
        assertThat(tooLong.error().orElseThrow().exception()).isInstanceOf(InvalidValueException.class);
        assertThat(tooLong.toString()).contains("upsertClient", "22001").doesNotContain("Анна");
    }

    private static DialogContextsRecord dialog() {
        return new DialogContextsRecord().setUserId("user");
    }
}
