// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import org.jooq.codegen.DefaultGeneratorStrategy;
import org.jooq.meta.Definition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UDTDefinition;

/**
 * Puts everything into one package, since jOOQ's own layout has packages that import each other. Each kind of class
 * has a suffix of its own, so that no table can take the name of a record, of a schema or of {@code Tables}: the table
 * {@code clients} becomes {@code ClientsTable} with the constant {@code CLIENTS}, and {@code ClientsRecord}.
 *
 * <p>Public because jOOQ creates it by its name.
 */
public final class FlatStrategy extends DefaultGeneratorStrategy {
    /** Called by jOOQ. */
    public FlatStrategy() {}

    @Override
    public String getJavaPackageName(Definition definition, Mode mode) {
        return getTargetPackage();
    }

    @Override
    public String getGlobalReferencesJavaPackageName(Definition container, Class<? extends Definition> type) {
        return getTargetPackage();
    }

    @Override
    public String getGlobalNamesJavaPackageName(Definition container, Class<? extends Definition> type) {
        return getTargetPackage();
    }

    @Override
    public String getJavaClassName(Definition definition, Mode mode) {
        String name = super.getJavaClassName(definition, Mode.DEFAULT) + suffix(definition);
        if (mode != Mode.RECORD) {
            return name;
        }
        return definition instanceof TableDefinition ? super.getJavaClassName(definition, mode) : name + "Record";
    }

    private static String suffix(Definition definition) {
        if (definition instanceof TableDefinition) {
            return "Table";
        }
        if (definition instanceof SchemaDefinition) {
            return "Schema";
        }
        if (definition instanceof EnumDefinition) {
            return "Enum";
        }
        return definition instanceof UDTDefinition ? "Type" : "";
    }
}
