// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.mybatis;

import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.cursor.Cursor;
import org.jspecify.annotations.Nullable;

/** The statements about clients. */
interface ClientMapper {

    String UPSERT = ClientSql.INSERT + " values (#{companyId}, #{yclientsId}, #{name}, #{phone}, #{rawPhone}, #{email},"
            + " #{discount}, #{branchIds}, #{tags}, #{status}, #{source}, #{visitCount}, #{totalSpent}, #{lastVisitDate},"
            + " cast(#{visitHistory} as jsonb))" + ClientSql.ON_CONFLICT;
    String LATEST_FIRST = " order by last_visit_date desc nulls last, id limit ";
    String ALL = "select " + ClientSql.COLUMNS + " from clients where company_id = #{salon} ";

    @Select(ALL + "and phone = #{phone}" + LATEST_FIRST + "1")
    @Nullable
    ClientFields byPhone(@Param("salon") long salon, @Param("phone") String phone);

    @Select(ALL + "and last_visit_date <= #{lastVisit}" + LATEST_FIRST + "100")
    List<ClientFields> page(@Param("salon") long salon, @Param("lastVisit") LocalDate lastVisit);

    @Select(value = UPSERT + " returning " + ClientSql.COLUMNS, affectData = true)
    @Options(flushCache = Options.FlushCachePolicy.TRUE)
    ClientFields upsertReturning(ClientChange row);

    @Insert(UPSERT)
    int upsert(ClientChange row);

    @Select(ALL + "order by id")
    @Options(fetchSize = 500)
    Cursor<ClientFields> all(@Param("salon") long salon);
}
