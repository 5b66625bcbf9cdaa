// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.core.schema.SchemaReport;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;

/** A day of the salon on one backend. */
final class WorkingDay {

    private final String title;
    private final Backend backend;
    private final Trouble trouble;
    private final Expectations expectations;
    private final Steps steps;

    WorkingDay(String title, Backend backend, Trouble trouble, Expectations expectations, Steps steps) {
        this.title = title;
        this.backend = backend;
        this.trouble = trouble;
        this.expectations = expectations;
        this.steps = steps;
    }

    void live(SalonClock clock) throws Exception {
        expectations.begin(title);
        check();
        Salon salon = Salon.open(backend, clock, expectations);
        timed("salon loaded: " + SalonData.CLIENTS + " clients and the rest", new Loading(salon)::run);
        for (int hour = 9; hour <= 12; hour++) {
            timed("sync of " + hour + ":00", new HourlySync(salon)::run);
        }
        timed(Conversations.MESSAGES + " messages answered", new Conversations(salon)::run);
        timed(NewBookings.BOOKINGS + " bookings made, 1 abandoned", new NewBookings(salon)::run);
        timed(SalonData.REMINDERS + " reminders claimed by four workers", new Reminders(salon)::run);
        timed("things went wrong, as expected", new Mishaps(salon, trouble)::run);
    }

    private void timed(String what, Steps.Step body) throws Exception {
        steps.timed(title + ": " + what, body);
    }

    private void check() {
        SchemaReport report = SchemaCheck.compare(SalonRepositories.TABLES, backend.describe(SalonRepositories.TABLES));
        expectations.equal(
                "differences between code and database",
                "[]",
                report.differences().toString());
        steps.say(title + ": schema checked: " + SalonRepositories.TABLES.size() + " tables, "
                + report.differences().size() + " differences");
    }
}
