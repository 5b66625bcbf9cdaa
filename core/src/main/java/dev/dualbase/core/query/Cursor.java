// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.query;

import dev.dualbase.core.error.InvalidValueException;
import dev.dualbase.core.type.ColumnText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of an order: the values of the order's columns in the row beside it. {@link #encode()} turns
 * it into a token for a client; the token is not encrypted, and holds the values of the order's columns.
 */
public final class Cursor {

    private static final int VERSION = 1;

    private final List<Optional<String>> values;
    private final boolean backward;
    private final int orderHash;

    private Cursor(List<Optional<String>> values, boolean backward, int orderHash) {
        this.values = List.copyOf(values);
        this.backward = backward;
        this.orderHash = orderHash;
    }

    /** The place behind a row. */
    public static Cursor after(Order order, Record row) {
        return new Cursor(valuesOf(order, row), false, hashOf(order));
    }

    /** The place before a row. */
    public static Cursor before(Order order, Record row) {
        return new Cursor(valuesOf(order, row), true, hashOf(order));
    }

    private static List<Optional<String>> valuesOf(Order order, Record row) {
        return order.sorts().stream().map(sort -> text(sort.column(), row)).toList();
    }

    /** Tells orders apart that have the same number of columns, whatever the process or version of Java. */
    private static int hashOf(Order order) {
        return order.sorts().stream()
                .map(sort ->
                        sort.column().getName() + (sort.descending() ? '-' : '+') + (sort.nullsFirst() ? '<' : '>'))
                .collect(Collectors.joining(","))
                .hashCode();
    }

    private static <T> Optional<String> text(Field<T> column, Record row) {
        @Nullable T value = row.get(column);
        return Optional.ofNullable(value).map(present -> ColumnText.format(column, present));
    }

    /** Whether the page ends here instead of beginning. */
    public boolean backward() {
        return backward;
    }

    /**
     * The value of each column of the order, null for NULL.
     *
     * @throws InvalidValueException if this cursor was made for another order
     */
    List<@Nullable Object> valuesFor(Order order) {
        if (values.size() != order.sorts().size() || orderHash != hashOf(order)) {
            throw new InvalidValueException("the cursor belongs to another order");
        }
        List<@Nullable Object> parsed = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Field<?> column = order.sorts().get(i).column();
            parsed.add(values.get(i)
                    .map(text -> (Object) ColumnText.parse(column, text))
                    .orElse(null));
        }
        return parsed;
    }

    /** A token of letters, digits, minus and underscore, fit for a URL. */
    public String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(backward);
            out.writeInt(orderHash);
            out.writeShort(values.size());
            for (Optional<String> value : values) {
                out.writeBoolean(value.isPresent());
                out.writeUTF(value.orElse(""));
            }
        } catch (IOException tooLong) {
            throw new InvalidValueException("a value of the order is too long for a cursor, which holds 64 KB of each");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The cursor of a token.
     *
     * @throws InvalidValueException if the token was not made by {@link #encode()}
     */
    public static Cursor decode(String token) {
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(token)))) {
            if (in.readByte() != VERSION) {
                throw new IOException("version");
            }
            return read(in);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new InvalidValueException("the text is not a cursor of this library");
        }
    }

    private static Cursor read(DataInputStream in) throws IOException {
        boolean backward = in.readBoolean();
        int orderHash = in.readInt();
        List<Optional<String>> values = new ArrayList<>();
        for (int remaining = in.readUnsignedShort(); remaining > 0; remaining--) {
            boolean present = in.readBoolean();
            String text = in.readUTF();
            values.add(present ? Optional.of(text) : Optional.empty());
        }
        if (in.read() >= 0) {
            throw new IOException("trailing bytes");
        }
        return new Cursor(values, backward, orderHash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cursor cursor
                && backward == cursor.backward
                && orderHash == cursor.orderHash
                && values.equals(cursor.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {values, backward, orderHash});
    }

    /** The direction only: the values are data. */
    @Override
    public String toString() {
        return backward ? "Cursor[backward]" : "Cursor[forward]";
    }
}
