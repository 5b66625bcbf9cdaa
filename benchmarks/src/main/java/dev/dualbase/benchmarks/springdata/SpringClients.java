// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.data.ClientSql;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The repository of clients. */
interface SpringClients extends Repository<SpringClient, Long> {

    String OF_SALON = "select " + ClientSql.COLUMNS + " from clients where company_id = :salon ";
    String LATEST_FIRST = " order by last_visit_date desc nulls last, id limit ";

    @Query(OF_SALON + "and phone = :phone" + LATEST_FIRST + "1")
    @Nullable
    SpringClient byPhone(@Param("salon") long salon, @Param("phone") String phone);

    @Query(OF_SALON + "and last_visit_date <= :lastVisit" + LATEST_FIRST + "100")
    List<SpringClient> page(@Param("salon") long salon, @Param("lastVisit") LocalDate lastVisit);

    @Query(OF_SALON + "and yclients_id = :number")
    SpringClient byNumber(@Param("salon") long salon, @Param("number") long number);

    @Query(OF_SALON + "order by id")
    Stream<SpringClient> all(@Param("salon") long salon);
}
