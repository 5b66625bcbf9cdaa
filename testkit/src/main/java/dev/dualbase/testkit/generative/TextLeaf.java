// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.generative;

import dev.dualbase.core.filter.Filter;
import dev.dualbase.core.filter.Filters;
import java.util.function.Predicate;
import org.jooq.Field;

/** Random conditions on a text. */
final class TextLeaf {
    private final Dice dice;

    TextLeaf(Dice dice) {
        this.dice = dice;
    }

    Claim on(RandomColumn column, String near) {
        Field<String> field = column.as();
        String part = RandomText.partOf(dice, near);
        String pattern = pattern(near);
        LikePattern like = LikePattern.of(pattern);
        LikePattern folded = LikePattern.of(LikePattern.folded(pattern));
        return switch (dice.below(8)) {
            case 0 -> claim(column, Filters.contains(field, part), text -> text.contains(part));
            case 1 ->
                claim(
                        column,
                        Filters.containsIgnoreCase(field, part),
                        text -> LikePattern.folded(text).contains(LikePattern.folded(part)));
            case 2 -> {
                String start = RandomText.startOf(dice, near);
                yield claim(column, Filters.startsWith(field, start), text -> text.startsWith(start));
            }
            case 3 -> {
                String end = RandomText.endOf(dice, near);
                yield claim(column, Filters.endsWith(field, end), text -> text.endsWith(end));
            }
            case 4, 5 -> claim(column, Filters.ilike(field, pattern), text -> folded.matches(LikePattern.folded(text)));
            default -> claim(column, Filters.like(field, pattern), like::matches);
        };
    }

    private static Claim claim(RandomColumn column, Filter filter, Predicate<String> test) {
        return Claim.on(column, filter, value -> test.test((String) value));
    }

    /** The text with wildcards in place of some characters, and some characters escaped; or the text as it is. */
    private String pattern(String near) {
        StringBuilder pattern = new StringBuilder();
        near.codePoints().forEach(point -> {
            switch (dice.below(8)) {
                case 0 -> pattern.append('%');
                case 1 -> pattern.append('_');
                case 2 -> pattern.appendCodePoint(Character.toUpperCase(point));
                case 3 -> pattern.append('%').appendCodePoint(point);
                default -> pattern.append(isSpecial(point) ? "\\" : "").appendCodePoint(point);
            }
        });
        return completed(pattern.toString());
    }

    private static boolean isSpecial(int point) {
        return point == '%' || point == '_' || point == '\\';
    }

    /** A pattern that ends in a lone backslash is refused, and so not made. */
    private static String completed(String pattern) {
        int backslashes = pattern.length() - pattern.replaceAll("\\\\+\\z", "").length();
        return backslashes % 2 == 0 ? pattern : pattern + "\\";
    }
}
