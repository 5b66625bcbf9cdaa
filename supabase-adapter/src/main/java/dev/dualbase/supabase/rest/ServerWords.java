// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.supabase.rest;

import dev.dualbase.core.error.ErrorInfo;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names in PostgreSQL's messages. Over JDBC they come in fields of their own, which PostgREST drops. A message must fit
 * its pattern as a whole, because one that a trigger raises may hold anything; in another language than English it does
 * not, and the names stay unknown.
 */
final class ServerWords {

    private static final String NAME = "\"[^\"]+\"";

    private static final Pattern DUPLICATE =
            whole("duplicate key value violates unique constraint (?<constraint>NAME)");
    private static final Pattern MISSING =
            whole("null value in column (?<column>NAME) of relation (?<table>NAME) violates not-null constraint");
    private static final Pattern CHECK =
            whole("new row for relation (?<table>NAME) violates check constraint (?<constraint>NAME)");
    private static final Pattern DOMAIN_CHECK =
            whole("value for domain .+ violates check constraint (?<constraint>NAME)");
    private static final Pattern REFERENCE =
            whole("insert or update on table (?<table>NAME) violates foreign key constraint (?<constraint>NAME)");
    private static final Pattern REFERRED = whole("update or delete on table .+ violates "
            + "(?:RESTRICT setting of )?foreign key constraint (?<constraint>NAME) on table (?<table>NAME)");
    private static final Pattern EXCLUSION =
            whole("conflicting key value violates exclusion constraint (?<constraint>NAME)");

    private static final Map<String, List<Pattern>> BY_STATE = Map.of(
            "23505", List.of(DUPLICATE),
            "23502", List.of(MISSING),
            "23514", List.of(CHECK, DOMAIN_CHECK),
            "23503", List.of(REFERENCE, REFERRED),
            "23001", List.of(REFERRED),
            "23P01", List.of(EXCLUSION));

    private ServerWords() {}

    private static Pattern whole(String template) {
        return Pattern.compile(template.replace("NAME", NAME), Pattern.DOTALL);
    }

    /** What is known of a failure that PostgreSQL reported with this SQLSTATE. */
    static ErrorInfo info(String sqlState, ErrorBody body) {
        for (Pattern pattern : BY_STATE.getOrDefault(sqlState, List.of())) {
            Matcher words = pattern.matcher(body.message());
            if (words.matches()) {
                return new ErrorInfo(
                        sqlState, name(words, "table"), name(words, "column"), name(words, "constraint"), body.words());
            }
        }
        return new ErrorInfo(sqlState, null, null, null, body.words());
    }

    private static @Nullable String name(Matcher words, String group) {
        if (!words.pattern().pattern().contains("<" + group + ">")) {
            return null;
        }
        String quoted = words.group(group);
        return quoted.substring(1, quoted.length() - 1);
    }
}
