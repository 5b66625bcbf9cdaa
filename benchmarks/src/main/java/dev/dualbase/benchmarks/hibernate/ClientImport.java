// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.hibernate;

import dev.dualbase.benchmarks.data.ClientChange;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an import writes of a client, known by the salon and the number in YClients. */
@Entity(name = "ClientImport")
@Table(name = "clients")
@IdClass(ClientImport.Key.class)
class ClientImport {

    @Id
    @Nullable
    Long companyId;

    @Id
    @Nullable
    Long yclientsId;

    @Nullable
    String name;

    @Nullable
    String phone;

    @Nullable
    String rawPhone;

    @Nullable
    String email;

    @Nullable
    BigDecimal discount;

    Long @Nullable [] branchIds;

    String @Nullable [] tags;

    @Nullable
    String status;

    @Nullable
    String source;

    @Nullable
    Integer visitCount;

    @Nullable
    BigDecimal totalSpent;

    @Nullable
    LocalDate lastVisitDate;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String visitHistory;

    static ClientImport of(ClientChange change) {
        ClientImport row = new ClientImport();
        row.companyId = change.companyId();
        row.yclientsId = change.yclientsId();
        row.name = change.name();
        row.phone = change.phone();
        row.rawPhone = change.rawPhone();
        row.email = change.email();
        row.discount = change.discount();
        row.branchIds = change.branchIds();
        row.tags = change.tags();
        row.status = change.status();
        row.source = change.source();
        row.visitCount = change.visitCount();
        row.totalSpent = change.totalSpent();
        row.lastVisitDate = change.lastVisitDate();
        row.visitHistory = change.visitHistory();
        return row;
    }

    /** The unique key of the table. */
    record Key(Long companyId, Long yclientsId) implements Serializable {}
}
