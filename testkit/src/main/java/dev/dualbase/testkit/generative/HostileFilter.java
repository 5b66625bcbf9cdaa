// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import static dev.dualbase.testkit.generative.InjectionTable.TARGET;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Field;

/** A filter with a text, and which rows it is true of. */
record HostileFilter(String operator, Filter filter, Predicate<HostileRow> matches) {

    private static HostileFilter of(String operator, Filter filter, Predicate<HostileRow> matches) {
        return new HostileFilter(operator, filter, matches);
    }

    private static int compare(HostileRow row, String text) {
        return ColumnKind.byCodePoint(row.name(), text);
    }

    private static HostileFilter byName(String operator, Filter filter, Predicate<String> matches) {
        return of(operator, filter, row -> matches.test(row.name()));
    }

    /** Each operator with these texts. */
    static List<HostileFilter> all(String text, String other) {
        return Stream.of(comparisons(text, other), patterns(text), nested(text, other))
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileFilter> comparisons(String text, String other) {
        Field<String> name = TARGET.NAME;
        return List.of(
                byName("eq", Filters.eq(name, text), text::equals),
                byName("ne", Filters.ne(name, text), each -> !text.equals(each)),
                byName("distinct", Filters.isDistinctFrom(name, text), each -> !text.equals(each)),
                byName("not", Filters.not(Filters.eq(name, text)), each -> !text.equals(each)),
                byName("in", Filters.in(name, List.of(text, other)), List.of(text, other)::contains),
                byName("not in", Filters.notIn(name, List.of(text)), each -> !text.equals(each)),
                of("lt", Filters.lt(name, text), row -> compare(row, text) < 0),
                of("lte", Filters.lte(name, text), row -> compare(row, text) <= 0),
                of("gt", Filters.gt(name, text), row -> compare(row, text) > 0),
                of("gte", Filters.gte(name, text), row -> compare(row, text) >= 0),
                of(
                        "between",
                        Filters.between(name, text, other),
                        row -> compare(row, text) >= 0 && compare(row, other) <= 0),
                byName("parsed eq", Filters.parse(TARGET, "name", "eq", text), text::equals));
    }

    private static List<HostileFilter> patterns(String text) {
        Field<String> name = TARGET.NAME;
        String literal = text.replaceAll("([\\\\%_])", "\\\\$1");
        String pattern = (literal.length() > 1 ? literal : "") + "%";
        String folded = LikePattern.folded(text);
        return List.of(
                byName("contains", Filters.contains(name, text), each -> each.contains(text)),
                byName("starts", Filters.startsWith(name, text), each -> each.startsWith(text)),
                byName("ends", Filters.endsWith(name, text), each -> each.endsWith(text)),
                byName(
                        "ignoring case",
                        Filters.containsIgnoreCase(name, text),
                        each -> LikePattern.folded(each).contains(folded)),
                byName("like", Filters.like(name, pattern), LikePattern.of(pattern)::matches));
    }

    private static List<HostileFilter> nested(String text, String other) {
        return List.of(
                of(
                        "array contains",
                        Filters.arrayContains(TARGET.TAGS, List.of(text)),
                        row -> row.tags().contains(text)),
                of(
                        "array overlaps",
                        Filters.arrayOverlaps(TARGET.TAGS, List.of(text, other)),
                        row -> row.tags().contains(text) || row.tags().contains(other)),
                of(
                        "array contained",
                        Filters.arrayContainedBy(TARGET.TAGS, List.of(text, other)),
                        row -> new HashSet<>(List.of(text, other)).containsAll(row.tags())),
                of(
                        "json path",
                        Filters.jsonTextEq(TARGET.DATA, other, text),
                        row -> row.member().equals(text) && row.value().equals(other)),
                of(
                        "json contains",
                        Filters.jsonContains(TARGET.DATA, new HostileRow("", List.of(), text, other).document()),
                        row -> row.member().equals(text) && row.value().equals(other)));
    }
}
