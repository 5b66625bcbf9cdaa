// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.nio.file.Files;
import javax.sql.DataSource;
import org.jooq.codegen.GenerationTool;

/** Writes the types of a database as Java sources. */
record Generation(Selection selection, Output output) {
    /** Replaces what an earlier run wrote. */
    void run(DataSource database) throws Exception {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        GenerationTool tool = new GenerationTool();
        tool.setClassLoader(Generation.class.getClassLoader());
        tool.setDataSource(database);
        tool.run(JooqSettings.of(selection.withoutPartitions(database), output));
        if (!Files.isDirectory(output.packageDirectory())) {
            throw new IllegalStateException("schema " + selection.schema()
                    + " holds nothing that is included: check schema, includes and excludes");
        }
        Polish.apply(output.packageDirectory());
    }

    /** The settings as text: equal texts give equal types for equal schemas. */
    String settings() {
        return JooqSettings.of(selection, output).toString();
    }
}
