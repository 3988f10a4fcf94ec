package dev.latchkey.store;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a {@link Principal} lies in its column: a byte that tells the form, then its parts. Numbers
 * and times (epoch milliseconds) are zigzag varints as of Protocol Buffers, texts are UTF-8 behind
 * their length, which is negative for one that is missing; before a time that may be missing stands
 * whether it is there.
 */
final class PrincipalColumn {
    private static final byte FORM = 1;
    private static final int MORE = 0x80;
    private static final int MISSING_TEXT = -1;

    private PrincipalColumn() {}

    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);

        Writer() {
            bytes.write(FORM);
        }

        void number(long number) {
            var rest = number << 1 ^ number >> 63;
            while ((rest & -MORE) != 0) {
                bytes.write((int) rest & MORE - 1 | MORE);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void time(Instant time) {
            number(time.toEpochMilli());
        }

        void timeOrNull(@Nullable Instant time) {
            number(time == null ? 0 : 1);
            if (time != null) {
                time(time);
            }
        }

        void text(@Nullable String text) {
            if (text == null) {
                number(MISSING_TEXT);
            } else {
                var utf8 = text.getBytes(StandardCharsets.UTF_8);
                number(utf8.length);
                bytes.writeBytes(utf8);
            }
        }

        void id(UUID id) {
            bytes.writeBytes(Row.toBytes(id));
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    static final class Reader {
        private final ByteBuffer bytes;

        private Reader(ByteBuffer bytes) {
            this.bytes = bytes;
        }

        /** Nothing when there is no column, or it has another form. */
        static Optional<Reader> of(byte @Nullable [] column) {
            return column == null || column.length == 0 || column[0] != FORM
                    ? Optional.empty()
                    : Optional.of(new Reader(ByteBuffer.wrap(column).position(1)));
        }

        long number() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = bytes.get();
                number |= (long) (next & MORE - 1) << shift;
                shift += 7;
            } while (next < 0);
            return number >>> 1 ^ -(number & 1);
        }

        Instant time() {
            return Instant.ofEpochMilli(number());
        }

        @Nullable Instant timeOrNull() {
            return number() == 0 ? null : time();
        }

        String text() {
            return text(number());
        }

        @Nullable String textOrNull() {
            var length = number();
            return length == MISSING_TEXT ? null : text(length);
        }

        /** Takes no more memory than the column has bytes, whatever it says. */
        private String text(long length) {
            if (length < 0 || length > bytes.remaining()) {
                throw new BufferUnderflowException();
            }
            var utf8 = new byte[(int) length];
            bytes.get(utf8);
            return new String(utf8, StandardCharsets.UTF_8);
        }

        UUID id() {
            return new UUID(bytes.getLong(), bytes.getLong());
        }
    }
}
