// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.core.schema.SchemaCheck;
import dev.dualbase.core.schema.SchemaReport;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.repositories.SalonRepositories;
import dev.dualbase.testkit.server.TestServerException;
import java.time.ZoneId;

/**
 * Runs the demo: on an embedded PostgreSQL, or in a schema of its own on the server that {@code POSTGRES_HOST} names. Exits
 * with 1 if anything differs from what it expects.
 */
public final class Demo {

    private final OperationTable operations = new OperationTable();
    private final Expectations expectations = new Expectations();
    private int step;

    private Demo() {}

    /** Starts the demo; its settings come from the environment. */
    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(new Demo().run() ? 0 : 1);
        } catch (StorageException | TestServerException failure) {
            System.err.println("The demo cannot go on: " + failure.getMessage());
            System.exit(1);
        }
    }

    private boolean run() throws Exception {
        try (DemoServer server = DemoServer.open(System.getenv())) {
            say("server: " + server.title() + ", schema " + server.schema());
            say("schema applied: " + server.migrate() + " migrations");
            try (Backend backend = ObservedBackend.observe(server.backend(), operations)) {
                check(backend);
                day(Salon.open(backend, SalonClock.in(ZoneId.of("Europe/Moscow")), expectations));
            }
        }
        return report();
    }

    private void check(Backend backend) {
        SchemaReport report = SchemaCheck.compare(SalonRepositories.TABLES, backend.describe(SalonRepositories.TABLES));
        expectations.equal(
                "differences between code and database",
                "[]",
                report.differences().toString());
        say("schema checked: " + SalonRepositories.TABLES.size() + " tables, "
                + report.differences().size() + " differences");
    }

    private void day(Salon salon) throws Exception {
        timed("salon loaded: " + SalonData.CLIENTS + " clients and the rest", new Loading(salon)::run);
        for (int hour = 9; hour <= 12; hour++) {
            timed("sync of " + hour + ":00", new HourlySync(salon)::run);
        }
        timed(Conversations.MESSAGES + " messages answered", new Conversations(salon)::run);
        timed(NewBookings.BOOKINGS + " bookings made, 1 abandoned", new NewBookings(salon)::run);
        timed(SalonData.REMINDERS + " reminders claimed by four workers", new Reminders(salon)::run);
        timed("things went wrong, as expected", new Mishaps(salon)::run);
    }

    private void timed(String what, Step body) throws Exception {
        long begin = System.nanoTime();
        body.run();
        say(what + " in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    private void say(String what) {
        step++;
        System.out.printf("%4d. %s%n", step, what);
    }

    private boolean report() {
        operations.print();
        System.out.println();
        expectations.differences().forEach(difference -> System.out.println("DIFFERENT: " + difference));
        System.out.println(expectations.met() + " expectations met, "
                + expectations.differences().size() + " not met");
        return expectations.differences().isEmpty();
    }

    private interface Step {
        void run() throws Exception;
    }
}
