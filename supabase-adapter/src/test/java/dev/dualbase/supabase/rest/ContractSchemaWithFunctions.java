// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.testkit.contract.ContractSchema;
import dev.dualbase.testkit.server.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The contract's tables, and the functions of this module. */
final class ContractSchemaWithFunctions implements SchemaSource {

    private final SchemaSource tables = ContractSchema.source();
    private final SchemaSource functions = SchemaSource.sql("db/supabase/R__dualbase_functions.sql");

    @Override
    public String hash() {
        return tables.hash() + functions.hash();
    }

    @Override
    public void apply(Connection connection) throws SQLException {
        tables.apply(connection);
        functions.apply(connection);
    }
}
