// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.report;

import dev.dualbase.benchmarks.registry.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What is to be reached, workload by workload. */
final class Targets {

    private static final double SPEED_95 = 1 / 0.95;

    private Targets() {}

    static boolean isOurs(String contender) {
        return contender.startsWith(Contenders.DUALBASE);
    }

    private static boolean isOther(String contender) {
        return !isOurs(contender) && !contender.equals(Contenders.FLOOR);
    }

    private static Predicate<String> is(String... names) {
        return List.of(names)::contains;
    }

    static List<Target> of(Measurements measurements) {
        List<Target> targets = new ArrayList<>();
        List.of("a", "b", "c", "d", "h").forEach(workload -> calls(workload, targets));
        measurements.workloads().stream().filter(name -> name.startsWith("e ")).forEach(name -> bulk(name, targets));
        targets.add(Target.time("f", "0.95 of a raw cursor's speed", is(Contenders.FLOOR), SPEED_95));
        for (String workload : List.of("g a", "g c")) {
            targets.add(Target.time(workload, "0.95 of the floor's throughput", is(Contenders.FLOOR), SPEED_95));
            targets.add(Target.time(workload, "ahead of every other library", Targets::isOther, 1));
        }
        measurements.workloads().stream()
                .filter(name -> name.startsWith("i "))
                .forEach(name ->
                        targets.add(Target.time(name, "1.10 times the bare client", is(Contenders.REST_FLOOR), 1.10)));
        targets.add(Target.time("j", "1.5 times the floor", is(Contenders.FLOOR), 1.5));
        targets.add(Target.time("j", "ahead of Hibernate and Spring Data", is("hibernate", "spring-data-jdbc"), 1));
        return targets;
    }

    private static void calls(String workload, List<Target> targets) {
        targets.add(Target.time(workload, "1.10 times the floor's time", is(Contenders.FLOOR), 1.10));
        targets.add(Target.memory(workload, "1.25 times the floor's allocation", is(Contenders.FLOOR), 1.25));
        targets.add(Target.time(workload, "faster than every other library", Targets::isOther, 1));
    }

    private static void bulk(String workload, List<Target> targets) {
        if (workload.equals("e 100")) {
            targets.add(Target.time(workload, "no slower than the best", name -> !isOurs(name), 1));
            return;
        }
        targets.add(Target.time(workload, "0.95 of the speed of COPY and merge", is(Contenders.FLOOR), SPEED_95));
        targets.add(Target.time(workload, "2 times the best of jOOQ", name -> name.startsWith("jooq"), 0.5));
        targets.add(Target.time(
                workload, "5 times Spring Data JDBC and Hibernate", is("hibernate", "spring-data-jdbc"), 0.2));
    }
}
