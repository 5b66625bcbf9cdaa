// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.schema;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DataType;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;

/** Brings the names that jOOQ and PostgreSQL have for one type to one spelling, that of {@code format_type}. */
final class TypeName {

    private static final DefaultConfiguration POSTGRES = postgres();
    private static final Pattern PARTS =
            Pattern.compile("([a-z0-9_ \"]+?)\\s*(\\([0-9, ]+\\))?( with(?:out)? time zone)?((?:\\[])*)");
    private static final Pattern SCHEMA = Pattern.compile("^(\"([^\"]|\"\")+\"|[^\".(\\[]+)\\.");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")+)\"(.*)");
    private static final Pattern SIZE = Pattern.compile("\\([^)]*\\)");
    private static final Map<String, String> SPELLINGS = Map.ofEntries(
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("int", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("decimal", "numeric"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"));

    private TypeName() {}

    private static DefaultConfiguration postgres() {
        DefaultConfiguration configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.POSTGRES);
        return configuration;
    }

    /** Whether a type of the code is that of a column; a user-defined one goes by its name, without schema and size. */
    static boolean isSame(DataType<?> expected, String live) {
        String name = expected.getCastTypeName(POSTGRES);
        return name.startsWith("\"")
                ? withoutSize(name).equals(withoutSize(live))
                : normalised(name).equals(normalised(live));
    }

    private static String withoutSize(String name) {
        return SIZE.matcher(normalised(name)).replaceFirst("");
    }

    static String of(DataType<?> type) {
        return normalised(type.getCastTypeName(POSTGRES));
    }

    static String normalised(String name) {
        String last = lastPart(name.toLowerCase(Locale.ROOT).trim());
        Matcher parts = PARTS.matcher(last);
        if (!parts.matches()) {
            return last;
        }
        String base = parts.group(1);
        String zone = " with time zone".equals(parts.group(3)) ? parts.group(3) : "";
        return SPELLINGS.getOrDefault(base, base) + zone + size(base, parts.group(2)) + parts.group(4);
    }

    /** The name without its schema and its quotes; what follows it stays. */
    private static String lastPart(String name) {
        String unqualified = SCHEMA.matcher(name).replaceFirst("");
        Matcher quoted = QUOTED.matcher(unqualified);
        return quoted.matches() ? quoted.group(1).replace("\"\"", "\"") + quoted.group(2) : unqualified;
    }

    /** The length or precision; the fraction of a second is 6 digits where none is given. */
    private static String size(String base, String size) {
        if (size == null || base.startsWith("time") && size.equals("(6)")) {
            return "";
        }
        return size.replace(" ", "").replace(",0)", ")");
    }
}
