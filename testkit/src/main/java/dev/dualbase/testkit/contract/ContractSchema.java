// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.contract;

import dev.dualbase.testkit.server.SchemaSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jooq.Table;

/** The tables that {@link BackendContract} works on. Their names begin with {@code contract_}. */
public final class ContractSchema {
    private static final String RESOURCE = "dev/dualbase/testkit/contract/schema.sql";

    private ContractSchema() {}

    /** What creates the tables in an empty database of the test kit's servers. */
    public static SchemaSource source() {
        return SchemaSource.script(RESOURCE, script());
    }

    /** The SQL that creates the tables, several statements, for a database of any other kind. */
    public static String script() {
        try (InputStream in = ContractSchema.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(in, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The tables that the script creates as their classes describe them. */
    public static List<Table<?>> tables() {
        return List.of(
                ItemTable.ITEM,
                ParentTable.PARENT,
                ChildTable.CHILD,
                ScratchTable.SCRATCH,
                OddTable.ODD,
                SampleTable.SAMPLE);
    }
}
