// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import dev.dualbase.repositories.schema.ClientsRecord;
import org.jooq.JSONB;

/** Rows to write as generated records, for those who use them. */
public final class ClientRecords {

    private ClientRecords() {}

    /** A record that sets the 15 columns. */
    public static ClientsRecord of(ClientChange change) {
        return new ClientsRecord()
                .setCompanyId(change.companyId())
                .setYclientsId(change.yclientsId())
                .setName(change.name())
                .setPhone(change.phone())
                .setRawPhone(change.rawPhone())
                .setEmail(change.email())
                .setDiscount(change.discount())
                .setBranchIds(change.branchIds())
                .setTags(change.tags())
                .setStatus(change.status())
                .setSource(change.source())
                .setVisitCount(change.visitCount())
                .setTotalSpent(change.totalSpent())
                .setLastVisitDate(change.lastVisitDate())
                .setVisitHistory(JSONB.jsonb(change.visitHistory()));
    }
}
