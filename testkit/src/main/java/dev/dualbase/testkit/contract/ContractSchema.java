// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jooq.Table;

/** The tables that {@link BackendContract} works on. Their names begin with {@code contract_}. */
public final class ContractSchema {
    /** The class path resource that {@link #script()} reads. */
    public static final String RESOURCE = "dev/dualbase/testkit/contract/schema.sql";

    private ContractSchema() {}

    /** The SQL that creates the tables, for one call of {@code Statement.execute} in an empty schema. */
    public static String script() {
        try (InputStream in = ContractSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The tables that the script creates as their classes describe them. */
    public static List<Table<?>> tables() {
        return List.of(ItemTable.ITEM, ParentTable.PARENT, ChildTable.CHILD, ScratchTable.SCRATCH);
    }
}
