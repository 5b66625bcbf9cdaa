// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Reads the parts of a date or time from left to right, in the ISO style of PostgreSQL or of its JSON. */
final class TimeScanner {

    static final String BEFORE_CHRIST = " BC";

    private static final int MAX_DIGITS = 9;
    private static final int HOURS_OF_DAY = 24;

    private final String text;
    private final boolean beforeChrist;
    private final int end;
    private int at;

    TimeScanner(String text) {
        this.text = text;
        this.beforeChrist = text.endsWith(BEFORE_CHRIST);
        this.end = beforeChrist ? text.length() - BEFORE_CHRIST.length() : text.length();
    }

    LocalDate date() {
        int year = number(4, MAX_DIGITS);
        require('-');
        int month = number(2, 2);
        require('-');
        return LocalDate.of(beforeChrist ? 1 - year : year, month, number(2, 2));
    }

    LocalDateTime dateTime() {
        LocalDate date = date();
        if (!skip(' ')) {
            require('T');
        }
        return date.atTime(time(number(2, 2)));
    }

    /** A time of day; 24:00:00 is {@link LocalTime#MAX}. */
    LocalTime timeOrEndOfDay() {
        int hour = number(2, 2);
        if (hour < HOURS_OF_DAY) {
            return time(hour);
        }
        if (hour > HOURS_OF_DAY || !time(0).equals(LocalTime.MIDNIGHT)) {
            throw malformed();
        }
        return LocalTime.MAX;
    }

    ZoneOffset offset() {
        if (skip('Z')) {
            return ZoneOffset.UTC;
        }
        int sign = skip('-') ? -1 : 1;
        if (sign > 0) {
            require('+');
        }
        int hours = number(2, 2);
        int minutes = skip(':') ? number(2, 2) : 0;
        int seconds = skip(':') ? number(2, 2) : 0;
        return ZoneOffset.ofHoursMinutesSeconds(sign * hours, sign * minutes, sign * seconds);
    }

    /** The value, if the text has nothing else. */
    <T> T end(T value) {
        if (at != end) {
            throw malformed();
        }
        return value;
    }

    private LocalTime time(int hour) {
        require(':');
        int minute = number(2, 2);
        int second = skip(':') ? number(2, 2) : 0;
        return LocalTime.of(hour, minute, second, skip('.') ? nanos() : 0);
    }

    private int nanos() {
        int start = at;
        int nanos = number(1, MAX_DIGITS);
        for (int digits = at - start; digits < MAX_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int number(int minDigits, int maxDigits) {
        int start = at;
        int number = 0;
        while (at < end && at - start < maxDigits && isDigit(text.charAt(at))) {
            number = number * 10 + text.charAt(at) - '0';
            at++;
        }
        if (at - start < minDigits) {
            throw malformed();
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean skip(char c) {
        boolean found = at < end && text.charAt(at) == c;
        if (found) {
            at++;
        }
        return found;
    }

    private void require(char c) {
        if (!skip(c)) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not a date or time");
    }
}
