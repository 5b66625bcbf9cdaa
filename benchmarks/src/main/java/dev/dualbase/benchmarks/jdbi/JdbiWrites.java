// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.jdbi;

import dev.dualbase.benchmarks.contender.ClientWrites;
import dev.dualbase.benchmarks.data.ClientChange;
import dev.dualbase.benchmarks.data.ClientSql;
import dev.dualbase.benchmarks.fields.ClientFields;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

final class JdbiWrites implements ClientWrites<ClientChange> {

    private static final String UPSERT = ClientSql.named(ClientSql.UPSERT_RETURNING, ClientSql.CHANGED_NAMES);

    private final Jdbi jdbi;

    JdbiWrites(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public ClientChange prepare(ClientChange change) {
        return change;
    }

    @Override
    public ClientFields upsert(ClientChange row) {
        return jdbi.withHandle(handle -> upsert(handle, row));
    }

    private static ClientFields upsert(Handle handle, ClientChange row) {
        return handle.createQuery(UPSERT)
                .bindMethods(row)
                .mapTo(ClientFields.class)
                .one();
    }

    @Override
    public ClientFields twoUpsertsAndRead(ClientChange first, ClientChange second, String phone) {
        return jdbi.inTransaction(handle -> {
            upsert(handle, first);
            upsert(handle, second);
            return Objects.requireNonNull(JdbiReads.byPhone(handle, phone));
        });
    }
}
