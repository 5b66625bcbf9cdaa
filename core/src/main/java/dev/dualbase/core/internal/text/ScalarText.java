// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jooq.JSON;
import org.jooq.JSONB;

/** Numbers, text, bytes and documents. */
final class ScalarText {

    static final Map<Class<?>, TextCodec<?>> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, new PairCodec<String>(text -> text, text -> text)),
            Map.entry(Long.class, new PairCodec<>(String::valueOf, Long::valueOf)),
            Map.entry(Integer.class, new PairCodec<>(String::valueOf, Integer::valueOf)),
            Map.entry(Short.class, new PairCodec<>(String::valueOf, Short::valueOf)),
            Map.entry(BigInteger.class, new PairCodec<>(String::valueOf, BigInteger::new)),
            Map.entry(BigDecimal.class, new PairCodec<>(BigDecimal::toPlainString, BigDecimal::new)),
            Map.entry(Double.class, new PairCodec<>(String::valueOf, Double::valueOf)),
            Map.entry(Float.class, new PairCodec<>(String::valueOf, Float::valueOf)),
            Map.entry(Boolean.class, new PairCodec<>(String::valueOf, ScalarText::readBoolean)),
            Map.entry(UUID.class, new PairCodec<>(String::valueOf, ScalarText::readUuid)),
            Map.entry(byte[].class, new PairCodec<>(ScalarText::writeBytes, ScalarText::readBytes)),
            Map.entry(JSON.class, new PairCodec<>(JSON::data, JSON::json)),
            Map.entry(JSONB.class, new PairCodec<>(JSONB::data, JSONB::jsonb)));

    private static final String HEX_PREFIX = "\\x";
    private static final int UUID_LENGTH = 36;

    private ScalarText() {}

    private static Boolean readBoolean(String text) {
        return switch (text) {
            case "true", "t" -> true;
            case "false", "f" -> false;
            default -> throw new IllegalArgumentException("not a boolean");
        };
    }

    /** Java's parser alone would take shorter groups too. */
    private static UUID readUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("not a uuid");
        }
        return UUID.fromString(text);
    }

    private static String writeBytes(byte[] bytes) {
        return HEX_PREFIX + HexFormat.of().formatHex(bytes);
    }

    private static byte[] readBytes(String text) {
        if (!text.startsWith(HEX_PREFIX)) {
            throw new IllegalArgumentException("not in the hex format");
        }
        return HexFormat.of().parseHex(text, HEX_PREFIX.length(), text.length());
    }
}
