// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import dev.dualbase.benchmarks.context.ContextSql;
import dev.dualbase.benchmarks.context.Named;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.fields.ClientFields;
import dev.dualbase.benchmarks.fields.CompanyFields;
import dev.dualbase.benchmarks.fields.DialogFields;
import dev.dualbase.benchmarks.fields.ScheduleDayFields;
import dev.dualbase.benchmarks.fields.ServiceFields;
import dev.dualbase.benchmarks.fields.StaffMemberFields;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** The ten reads of a message. */
interface ContextMapper {

    String OF_SALON = " where company_id = #{salon} ";
    String ACTIVE = OF_SALON + "and is_active is distinct from false ";
    String NAMED = OF_SALON + "and yclients_id = any(#{numbers})";

    @Select("select " + ContextSql.COMPANIES + " from companies" + OF_SALON)
    CompanyFields salon(@Param("salon") long salon);

    @Select("select " + ClientSql.COLUMNS + " from clients" + OF_SALON + "and raw_phone in (#{raw}, #{stored})"
            + " order by last_visit_date desc nulls last, id limit 1")
    ClientFields client(@Param("salon") long salon, @Param("raw") String raw, @Param("stored") String stored);

    @Select("select " + ContextSql.DIALOG_CONTEXTS + " from dialog_contexts" + OF_SALON + "and user_id = #{user}")
    DialogFields dialog(@Param("salon") long salon, @Param("user") String user);

    @Select("select yclients_id, name from staff" + NAMED)
    List<Named> staffNames(@Param("salon") long salon, @Param("numbers") Long @Nullable [] numbers);

    @Select("select yclients_id, title as name from services" + NAMED)
    List<Named> serviceTitles(@Param("salon") long salon, @Param("numbers") Long @Nullable [] numbers);

    @Select("select " + ContextSql.SERVICES + " from services" + ACTIVE + "order by weight desc nulls last, title")
    List<ServiceFields> offer(@Param("salon") long salon);

    @Select("select " + ContextSql.STAFF + " from staff" + ACTIVE + "order by name, id")
    List<StaffMemberFields> activeStaff(@Param("salon") long salon);

    @Select("select yclients_id from staff" + ACTIVE + "order by name, id")
    List<Long> activeNumbers(@Param("salon") long salon);

    @Select("select " + ContextSql.STAFF_SCHEDULES + " from staff_schedules" + OF_SALON
            + "and yclients_staff_id = any(#{staff}) and date between #{first} and #{last} order by date, id")
    List<ScheduleDayFields> schedule(
            @Param("salon") long salon,
            @Param("staff") Long[] staff,
            @Param("first") LocalDate first,
            @Param("last") LocalDate last);

    @Select("select count(*) from appointments_cache" + OF_SALON + "and client_id = #{client}")
    long appointments(@Param("salon") long salon, @Param("client") @Nullable Long client);
}
