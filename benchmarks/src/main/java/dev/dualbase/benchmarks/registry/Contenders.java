// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.registry;

import dev.dualbase.benchmarks.contender.Contender;
import dev.dualbase.benchmarks.data.Database;
import dev.dualbase.benchmarks.dualbase.DualbaseContender;
import dev.dualbase.benchmarks.floor.FloorContender;
import dev.dualbase.benchmarks.hibernate.HibernateContender;
import dev.dualbase.benchmarks.http.HttpContender;
import dev.dualbase.benchmarks.jdbi.JdbiContender;
import dev.dualbase.benchmarks.jooq.JooqContender;
import dev.dualbase.benchmarks.mybatis.MybatisContender;
import dev.dualbase.benchmarks.springdata.SpringContender;
import java.util.List;

/** All contenders by name. To add one, write its groups in a package of its own and name it here. */
public final class Contenders {

    /** Hand-written JDBC. */
    public static final String FLOOR = "pgjdbc";

    /** Our own over JDBC. */
    public static final String DUALBASE = "dualbase";

    /** A bare HTTP client. */
    public static final String REST_FLOOR = "http-client";

    /** Our own over REST. */
    public static final String DUALBASE_REST = "dualbase-rest";

    /** jOOQ with another way of bulk upserts. */
    public static final String JOOQ_BATCH = "jooq-batch";

    /** Our own. */
    public static final List<String> OURS = List.of(DUALBASE, DUALBASE_REST);

    /** Who does all over JDBC, the floor and our own side by side. */
    public static final List<String> JDBC =
            List.of(FLOOR, DUALBASE, "jooq", "jdbi", "spring-data-jdbc", "hibernate", "mybatis");

    /** Who does bulk upserts over JDBC. */
    public static final List<String> BULK =
            List.of(FLOOR, DUALBASE, "jooq", JOOQ_BATCH, "jdbi", "spring-data-jdbc", "hibernate", "mybatis");

    /** What the others are compared with. */
    public static final List<String> FLOORS = List.of(FLOOR, REST_FLOOR);

    /** Who reads and does bulk upserts over REST. */
    public static final List<String> REST = List.of(REST_FLOOR, DUALBASE_REST);

    private Contenders() {}

    /** Opens one on a database. */
    public static Contender open(String name, Database database) {
        return switch (name) {
            case FLOOR -> new FloorContender(database);
            case "jooq" -> JooqContender.ofManyRows(database);
            case JOOQ_BATCH -> JooqContender.ofBatches(database);
            case "jdbi" -> new JdbiContender(database);
            case "spring-data-jdbc" -> new SpringContender(database);
            case "hibernate" -> new HibernateContender(database);
            case "mybatis" -> new MybatisContender(database);
            case DUALBASE -> DualbaseContender.overJdbc(database);
            case REST_FLOOR -> new HttpContender(database);
            case DUALBASE_REST -> DualbaseContender.overRest(database);
            default -> throw new IllegalArgumentException("There is no contender " + name);
        };
    }
}
