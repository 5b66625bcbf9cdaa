// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.springdata;

import dev.dualbase.benchmarks.context.Company;
import dev.dualbase.benchmarks.context.ContextSql;
import dev.dualbase.benchmarks.context.Dialog;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.context.ScheduleDay;
import dev.dualbase.benchmarks.context.Service;
import dev.dualbase.benchmarks.context.StaffMember;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The ten reads of a message as queries of a repository. */
interface SpringContextReads extends Repository<SpringClient, Long> {

    @Query(ContextSql.SALON)
    Company salon(@Param("salon") long salon);

    @Query(ContextSql.CLIENT)
    SpringClient client(@Param("salon") long salon, @Param("raw") String raw, @Param("stored") String stored);

    @Query(ContextSql.DIALOG)
    Dialog dialog(@Param("salon") long salon, @Param("user") String user);

    @Query(ContextSql.STAFF_NAMES)
    List<Named> staffNames(@Param("salon") long salon, @Param("numbers") Long @Nullable [] numbers);

    @Query(ContextSql.SERVICE_TITLES)
    List<Named> serviceTitles(@Param("salon") long salon, @Param("numbers") Long @Nullable [] numbers);

    @Query(ContextSql.OFFER)
    List<Service> offer(@Param("salon") long salon);

    @Query(ContextSql.ACTIVE_STAFF)
    List<StaffMember> activeStaff(@Param("salon") long salon);

    @Query(ContextSql.ACTIVE_NUMBERS)
    List<Long> activeNumbers(@Param("salon") long salon);

    @Query(ContextSql.SCHEDULE)
    List<ScheduleDay> schedule(
            @Param("salon") long salon,
            @Param("numbers") Long[] staff,
            @Param("first") LocalDate first,
            @Param("last") LocalDate last);

    @Query(ContextSql.APPOINTMENTS)
    long appointments(@Param("salon") long salon, @Param("client") long client);
}
