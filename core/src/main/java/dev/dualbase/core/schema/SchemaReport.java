// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

import dev.dualbase.core.error.ErrorInfo;
import dev.dualbase.core.error.SchemaMismatchException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All differences between generated tables and a database.
 *
 * @param differences the differences, in the order of tables and columns
 */
public record SchemaReport(List<SchemaDifference> differences) {

    /** Copies the list. */
    public SchemaReport {
        differences = List.copyOf(differences);
    }

    /** Whether every operation of the code can work. Differences that only deserve a look may remain. */
    public boolean fits() {
        return fatal().isEmpty();
    }

    /** The differences because of which operations will fail. */
    public List<SchemaDifference> fatal() {
        return differences.stream().filter(d -> d.kind().fatal()).toList();
    }

    /**
     * Does nothing if the database {@linkplain #fits() fits}.
     *
     * @throws SchemaMismatchException listing every fatal difference with its table
     */
    public void orThrow() {
        List<SchemaDifference> fatal = fatal();
        if (!fatal.isEmpty()) {
            String list = fatal.stream().map(d -> "\n  - " + d).collect(Collectors.joining());
            throw new SchemaMismatchException(
                    "the database does not have what the code was generated from; migrate it or generate anew:" + list,
                    new ErrorInfo(null, fatal.get(0).table(), null, null, null),
                    null);
        }
    }
}
