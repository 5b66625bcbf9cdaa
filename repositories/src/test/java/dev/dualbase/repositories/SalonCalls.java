// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.repositories.id.CompanyId;
import dev.dualbase.repositories.schema.CompaniesRecord;
import dev.dualbase.repositories.whatsapp.WhatsAppSessionStore;
import dev.dualbase.testkit.privacy.MarkedValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A call of each public method of each repository for any salon, and the rows that they find there. */
public final class SalonCalls {

    /** Asks the server for nothing. */
    private static final Set<String> WITHOUT_A_CALL = Set.of("newRecord");

    private SalonCalls() {}

    /** By the names of repository and method; for another overload, with more words behind it. */
    public static Map<String, Supplier<Object>> of(Backend backend, CompanyId salon) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all(backend, salon)
                .forEach(calls -> calls.calls()
                        .forEach((name, call) -> all.put(
                                calls.repository().getSimpleName() + "." + name,
                                () -> String.valueOf(TenantCalls.comparable(call.get())))));
        return all;
    }

    /** Public methods that are not among them. */
    public static List<String> missing(Backend backend) {
        Map<Class<?>, Set<String>> there = all(backend, TestSalon.SALON).stream()
                .collect(Collectors.toMap(
                        TenantCalls::repository, calls -> calls.calls().keySet(), SalonCalls::both));
        return PublicMethods.repositories().stream()
                .flatMap(repository -> PublicMethods.missing(
                                repository,
                                method -> !WITHOUT_A_CALL.contains(method.getName()),
                                there.getOrDefault(repository, Set.of()))
                        .stream()
                        .map(method -> repository.getSimpleName() + "." + method))
                .toList();
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private static List<TenantCalls> all(Backend backend, CompanyId salon) {
        return Stream.of(
                        CatalogueCalls.of(backend, salon),
                        BookingCalls.of(backend, salon),
                        DialogCalls.of(backend, salon),
                        List.of(salons(new CompanyRepository(backend), salon), sessions(backend)))
                .flatMap(List::stream)
                .toList();
    }

    /** What {@link TenantIsolationTest} cannot call: it makes a salon, finds any, or counts all. */
    private static TenantCalls salons(CompanyRepository companies, CompanyId salon) {
        CompaniesRecord same = companies.newRecord().setCompanyId(salon.value()).setTitle("same");
        return new TenantCalls(companies)
                .with("create", () -> companies.create(another(companies, salon)))
                .with("upsert", () -> companies.upsert(same))
                .with("findByYclientsId", () -> companies.findByYclientsId(salon.value()))
                .with("countConnectedAcrossCompanies", companies::countConnectedAcrossCompanies)
                .with("countAllAcrossCompanies", companies::countAllAcrossCompanies);
    }

    private static CompaniesRecord another(CompanyRepository companies, CompanyId salon) {
        return companies.newRecord().setCompanyId(salon.value() + 1).setTitle("new");
    }

    private static TenantCalls sessions(Backend backend) {
        WhatsAppSessionStore sessions = new WhatsAppSessionStore(backend, TestSalon.CLOCK.clock());
        return new TenantCalls(sessions)
                .with("statisticsAcrossCompanies", sessions::statisticsAcrossCompanies)
                .with("deleteExpiredKeysAcrossCompanies", () -> sessions.deleteExpiredKeysAcrossCompanies(10));
    }

    /** Names of the tables that hold rows of salons, without that of the salons themselves. */
    public static List<String> tables() {
        return TenantRows.TABLES;
    }

    /** What is in the rows, and in the arguments of calls, and belongs into no message. */
    public static MarkedValues personalData() {
        return MarkedValues.of(TestSalon.PHONE.stored(), TestSalon.PHONE.raw(), TestSalon.ID.toString());
    }

    /** A script that adds a salon, which has rows in every table or in none. */
    public static String script(CompanyId salon, boolean filled) {
        return TenantRows.company(salon) + (filled ? TenantRows.rows(salon) : "");
    }
}
