// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.binding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.util.ByteConverter;

/**
 * Values of fixed length as the server sends them in binary (PostgreSQL sources, the {@code _send} function of each type).
 * The driver reads them too, but asks for format, type and wanted class again at each cell.
 */
public enum BinaryCell {
    /** A {@code boolean}. */
    BOOL(Boolean.class, Types.BIT, 1),
    /** A {@code smallint}. */
    INT2(Short.class, Types.SMALLINT, Short.BYTES),
    /** An {@code integer}. */
    INT4(Integer.class, Types.INTEGER, Integer.BYTES),
    /** A {@code bigint}. */
    INT8(Long.class, Types.BIGINT, Long.BYTES),
    /** A {@code date}: days since 2000. */
    DATE(LocalDate.class, Types.DATE, Integer.BYTES),
    /** A {@code time}: microseconds since midnight. */
    TIME(LocalTime.class, Types.TIME, Long.BYTES),
    /** A {@code timestamp}: microseconds since 2000. */
    TIMESTAMP(LocalDateTime.class, Types.TIMESTAMP, Long.BYTES),
    /** A {@code timestamptz}: microseconds since 2000 in UTC. */
    TIMESTAMPTZ(OffsetDateTime.class, Types.TIMESTAMP, Long.BYTES);

    /** Of the format codes of the protocol (PostgreSQL manual, 53.7, RowDescription). */
    private static final int BINARY = 1;

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long EPOCH_DAY = EPOCH.toEpochDay();
    private static final long EPOCH_SECOND = EPOCH.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    private static final long MICROS_OF_DAY = TimeUnit.DAYS.toMicros(1);
    private static final long MICROS_OF_SECOND = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private final Class<?> type;
    private final int sqlType;
    private final int length;

    BinaryCell(Class<?> type, int sqlType, int length) {
        this.type = type;
        this.sqlType = sqlType;
        this.length = length;
    }

    /** That of values of a Java type, or null if there is none. */
    public static @Nullable BinaryCell of(Class<?> type) {
        for (BinaryCell cell : values()) {
            if (cell.type == type) {
                return cell;
            }
        }
        return null;
    }

    /** Whether a column of a result holds these, and came in binary. Timestamps with and without a zone look alike here. */
    public boolean isIn(ResultSet result, int index) throws SQLException {
        return result.getMetaData() instanceof PGResultSetMetaData columns
                && columns.getFormat(index) == BINARY
                && result.getMetaData().getColumnType(index) == sqlType;
    }

    /** The value, or null for one that is special and best left to the driver, such as infinity. */
    public @Nullable Object decode(byte[] bytes) {
        if (bytes.length != length) {
            return null;
        }
        return switch (this) {
            case BOOL -> ByteConverter.bool(bytes, 0);
            case INT2 -> ByteConverter.int2(bytes, 0);
            case INT4 -> ByteConverter.int4(bytes, 0);
            case INT8 -> ByteConverter.int8(bytes, 0);
            case DATE -> date(ByteConverter.int4(bytes, 0));
            case TIME -> time(ByteConverter.int8(bytes, 0));
            case TIMESTAMP -> timestamp(ByteConverter.int8(bytes, 0));
            case TIMESTAMPTZ -> timestamptz(ByteConverter.int8(bytes, 0));
        };
    }

    private static @Nullable LocalDate date(int days) {
        boolean infinite = days == Integer.MIN_VALUE || days == Integer.MAX_VALUE;
        return infinite ? null : LocalDate.ofEpochDay(EPOCH_DAY + days);
    }

    /** PostgreSQL has a time of 24:00, which Java has not. */
    private static @Nullable LocalTime time(long micros) {
        return micros < MICROS_OF_DAY ? LocalTime.ofNanoOfDay(micros * NANOS_OF_MICRO) : null;
    }

    private static @Nullable OffsetDateTime timestamptz(long micros) {
        LocalDateTime utc = timestamp(micros);
        return utc == null ? null : OffsetDateTime.of(utc, ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime timestamp(long micros) {
        if (micros == Long.MIN_VALUE || micros == Long.MAX_VALUE) {
            return null;
        }
        long seconds = Math.floorDiv(micros, MICROS_OF_SECOND);
        int nanos = (int) Math.floorMod(micros, MICROS_OF_SECOND) * NANOS_OF_MICRO;
        return LocalDateTime.ofEpochSecond(EPOCH_SECOND + seconds, nanos, ZoneOffset.UTC);
    }
}
