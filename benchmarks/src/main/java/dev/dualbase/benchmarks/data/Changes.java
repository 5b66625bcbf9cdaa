// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.benchmarks.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes rows to write, the same ones from the same seed. */
public final class Changes {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final List<String> NAMES = List.of("Анна Орлова", "Борис Чайка", "Вера Лебедева", "Глеб Соколов");

    private final long salon;
    private final long seed;

    /** Rows of a salon. */
    public Changes(long salon, long seed) {
        this.salon = salon;
        this.seed = seed;
    }

    /** The rows with these numbers. */
    public List<ClientChange> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::numbered).toList();
    }

    /** The row with this number: the key is the number, the rest follows from number and seed. */
    public ClientChange numbered(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        String phone = phone(number);
        return new ClientChange(
                salon,
                number,
                NAMES.get(random.nextInt(NAMES.size())) + " " + random.nextInt(1_000),
                phone,
                "+" + phone,
                "client" + number + "@salon.example",
                BigDecimal.valueOf(random.nextInt(5_000), 2),
                new Long[] {salon, salon + random.nextInt(9)},
                new String[] {"VIP", "любит \"кофе\", чай"},
                random.nextBoolean() ? "active" : "asleep",
                "yclients",
                random.nextInt(90),
                BigDecimal.valueOf(random.nextInt(9_000_000), 2),
                TODAY.minusDays(random.nextInt(700)),
                "[{\"date\": \"2026-01-10\", \"cost\": " + random.nextInt(9_000) + ", \"services\": [\"Стрижка\"]}]");
    }

    /** The phone number of the client with this number. */
    public static String phone(int number) {
        return String.valueOf(79_000_000_000L + number);
    }

    /** A day on which clients of the main salon were there. */
    public static LocalDate visitDay(int number) {
        return TODAY.minusDays(Math.floorMod(number * 37L, 600));
    }
}
