// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import dev.dualbase.benchmarks.contender.ClientReads;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.data.Salons;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

final class JdbiReads implements ClientReads {

    private static final String BY_PHONE = ClientSql.named(ClientSql.BY_PHONE, List.of("salon", "phone"));
    private static final String PAGE = ClientSql.named(ClientSql.PAGE, List.of("salon", "lastVisit"));

    private final Jdbi jdbi;

    JdbiReads(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable ClientFields byPhone(String phone) {
        return jdbi.withHandle(handle -> byPhone(handle, phone));
    }

    static @Nullable ClientFields byPhone(Handle handle, String phone) {
        return handle.createQuery(BY_PHONE)
                .bind("salon", Salons.MAIN)
                .bind("phone", phone)
                .mapTo(ClientFields.class)
                .findOne()
                .orElse(null);
    }

    @Override
    public List<ClientFields> page(LocalDate lastVisit) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("salon", Salons.MAIN)
                .bind("lastVisit", lastVisit)
                .mapTo(ClientFields.class)
                .list());
    }
}
