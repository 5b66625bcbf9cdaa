// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import dev.dualbase.core.error.InvalidValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a salon in YClients: the tenant. It is not the internal number of a row in {@code companies}, and no plain
 * number is taken for it.
 *
 * @param value the number, 1 or more
 */
public record CompanyId(long value) {

    private static final String PREFIX = "company_";
    private static final Pattern TEXT = Pattern.compile("(?:" + PREFIX + ")?([0-9]{1,18})");

    /**
     * Refuses zero and negative numbers.
     *
     * @throws InvalidValueException if it is one
     */
    public CompanyId {
        if (value < 1) {
            throw invalid("a company id is 1 or more");
        }
    }

    /** The salon with this number. */
    public static CompanyId of(long value) {
        return new CompanyId(value);
    }

    /**
     * Reads {@code 962302} and {@code company_962302} as the same salon.
     *
     * @throws InvalidValueException if the text is neither
     */
    public static CompanyId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw invalid("a company id is a number, with or without company_ in front");
        }
        return new CompanyId(Long.parseLong(matcher.group(1)));
    }

    /** The form that text columns hold, {@code company_962302}: one for each salon. */
    public String key() {
        return PREFIX + value;
    }

    private static InvalidValueException invalid(String what) {
        return new InvalidValueException(what, "22023", null, "company_id");
    }

    /** The number. */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
