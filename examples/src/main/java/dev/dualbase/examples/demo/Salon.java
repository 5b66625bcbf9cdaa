// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.repositories.id.CompanyId;

/**
 * What every part of the demo works with.
 *
 * @param backend the observed backend
 * @param repositories the salon's repositories on it
 * @param company the salon
 * @param clock its clock
 * @param data what it is made of
 * @param expectations what the demo expects
 */
record Salon(
        Backend backend,
        SalonRepositories repositories,
        CompanyId company,
        SalonClock clock,
        SalonData data,
        Expectations expectations) {

    static Salon open(Backend backend, SalonClock clock, Expectations expectations) {
        CompanyId company = CompanyId.of(SalonData.COMPANY);
        SalonData data = new SalonData(clock.at(company).today());
        return new Salon(backend, SalonRepositories.open(backend, clock), company, clock, data, expectations);
    }

    void expect(String what, Object expected, Object actual) {
        expectations.equal(what, expected, actual);
    }
}
