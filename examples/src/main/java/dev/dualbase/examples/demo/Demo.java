// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.examples.demo;

import dev.dualbase.core.backend.Backend;
import dev.dualbase.core.error.StorageException;
import dev.dualbase.core.observation.ObservedBackend;
import dev.dualbase.repositories.SalonClock;
import dev.dualbase.testkit.server.TestServerException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Runs the demo: a day over JDBC and the same day over REST, each in a database of its own on an embedded PostgreSQL, and a
 * day on which the salon moves to another backend. Where PostgREST is not to be had the day over REST is left out, and on the
 * server that {@code POSTGRES_HOST} names it is the day over JDBC alone. Exits with 1 if anything differs from what it
 * expects, or between backends.
 */
public final class Demo {

    private final Map<String, String> environment;
    private final OperationTable operations = new OperationTable();
    private final Expectations expectations = new Expectations();
    private final Steps steps = new Steps();

    /** One clock for both days, so that what they store is the same. It stands still. */
    private final SalonClock clock =
            SalonClock.of(Clock.fixed(Instant.now(), ZoneOffset.UTC), ZoneId.of("Europe/Moscow"));

    Demo(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Starts the demo; its settings come from the environment. */
    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(new Demo(System.getenv()).run() ? 0 : 1);
        } catch (StorageException | TestServerException failure) {
            System.err.println("The demo cannot go on: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** Whether all was as expected. */
    boolean run() throws Exception {
        System.out.println(
                "A day of a salon over JDBC, and the same day over Supabase's REST API (PostgREST), each in a");
        System.out.println(
                "database of its own. Both must do and leave behind the same. Then the salon moves from one backend to");
        System.out.println("another by flags, while callers go on. Takes about a minute.");
        try (DemoServer server = DemoServer.open(environment)) {
            steps.say("server: " + server.title() + ", schema " + server.schema());
            steps.say("schema applied: " + server.migrate() + " migrations");
            try (Backend backend = server.backend()) {
                live("JDBC", backend, new JdbcTrouble());
                overRest(backend);
            }
            switching();
        }
        return report();
    }

    @SuppressWarnings("resource") // whoever opened the backend closes it
    private void live(String title, Backend backend, Trouble trouble) throws Exception {
        Backend observed = ObservedBackend.observe(backend, operations.column(title));
        new WorkingDay(title, observed, trouble, expectations, steps).live(clock);
    }

    private void overRest(Backend jdbc) throws Exception {
        if (environment.containsKey("POSTGRES_HOST")) {
            steps.say("no day over REST: PostgREST is started for the embedded server only");
            return;
        }
        try (RestServer server = RestServer.start()) {
            steps.say("REST: " + server.title() + ", with the functions for atomic writes");
            try (Backend backend = server.backend()) {
                live("REST", backend, new RestTrouble(server));
                steps.timed(
                        "rows of both days compared",
                        () -> SameRows.expect("JDBC and REST", jdbc, backend, expectations));
            }
        } catch (RestServer.Absent absent) {
            steps.say("no day over REST: " + absent.getMessage());
        }
    }

    private void switching() throws Exception {
        if (!environment.containsKey("POSTGRES_HOST")) {
            try (TwoBackends sides = new TwoBackends()) {
                new SwitchingDay(sides, clock, expectations, steps).live();
            }
        }
    }

    private boolean report() {
        operations.print();
        System.out.println();
        expectations.differences().forEach(difference -> System.out.println("DIFFERENT: " + difference));
        System.out.println(expectations.met() + " expectations met, "
                + expectations.differences().size() + " not met");
        return expectations.differences().isEmpty();
    }
}
