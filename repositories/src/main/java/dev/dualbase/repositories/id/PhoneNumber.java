// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.repositories.id;

import dev.dualbase.core.error.InvalidValueException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in international form. A number with a plus in front, or with WhatsApp's {@code @c.us} or
 * {@code @s.whatsapp.net} behind, is international already, whatever its country. Of all others:
 *
 * <ol>
 *   <li>10 digits that start with 9 are a Russian mobile number: 7 goes in front;
 *   <li>11 digits that start with 8 are a Russian number as dialled at home: 7 takes the place of 8;
 *   <li>the rest are international too.
 * </ol>
 *
 * <p>An international number has 10 to 15 digits and does not start with 0 (ITU-T E.164). Blanks, dots, hyphens and
 * brackets are passed over. An address with {@code @lid} or of the form {@code demo_...} is a chat address, and no phone.
 *
 * @param digits the digits with the country code
 */
public record PhoneNumber(String digits) {

    private static final int MIN_DIGITS = 10;
    private static final int MAX_DIGITS = 15;
    private static final Pattern PUNCTUATION = Pattern.compile("[ .()\\u00a0-]");
    private static final Pattern WHATSAPP = Pattern.compile("@(c\\.us|s\\.whatsapp\\.net)$");

    /**
     * Takes digits that are in international form already, as {@link #parse} does with a plus in front of them.
     *
     * @throws InvalidValueException if they are not
     */
    public PhoneNumber {
        if (!isNumber(digits) || digits.startsWith("0")) {
            throw new InvalidValueException(
                    "a phone number has 10 to 15 digits with its country code", "22023", null, "phone");
        }
    }

    /**
     * Reads a number in any of the usual spellings.
     *
     * @throws InvalidValueException if it is none; the message does not repeat it
     */
    public static PhoneNumber parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new InvalidValueException("the text is not a phone number", "22023", null, "phone"));
    }

    /** Reads a number in any of the usual spellings; empty for anything else, such as a LID or a demo address. */
    public static Optional<PhoneNumber> tryParse(String text) {
        String address = text.trim();
        String number = WHATSAPP.matcher(address).replaceFirst("");
        boolean chat = number.length() < address.length();
        String dialled = PUNCTUATION.matcher(number).replaceAll("");
        String bare = dialled.startsWith("+") ? dialled.substring(1) : dialled;
        if (!isNumber(bare)) {
            return Optional.empty();
        }
        String digits = chat || dialled.startsWith("+") ? bare : fromRussia(bare);
        return digits.startsWith("0") ? Optional.empty() : Optional.of(new PhoneNumber(digits));
    }

    private static boolean isNumber(String text) {
        boolean number = text.length() >= MIN_DIGITS && text.length() <= MAX_DIGITS;
        for (int i = 0; number && i < text.length(); i++) {
            number = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return number;
    }

    private static String fromRussia(String digits) {
        if (digits.length() == 10 && digits.startsWith("9")) {
            return "7" + digits;
        }
        return digits.length() == 11 && digits.startsWith("8") ? "7" + digits.substring(1) : digits;
    }

    /** The form of {@code clients.phone}: digits only. */
    public String stored() {
        return digits;
    }

    /** The form of {@code clients.raw_phone}: with a plus in front. */
    public String raw() {
        return "+" + digits;
    }

    /** The last two digits only: a phone number does not belong into logs. */
    @Override
    public String toString() {
        return "PhoneNumber[..." + digits.substring(digits.length() - 2) + "]";
    }
}
