package dev.latchkey.http;

/**
 * Holds the raw bytes of a chunked body to the grammar of RFC 9112, section 7.1, and to the limits:
 * a chunk that would make the body too large is refused when it is announced.
 */
final class ChunkScanner implements FramingScanner {
    private enum At {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER,
        DONE
    }

    private static final int MAX_DIGITS = 16;

    private final int maxBody;
    private final FieldLines trailer;
    private At at = At.SIZE;
    private int room;
    private int size;
    private int digits;
    private int framing;

    /**
     * Sizes and extensions may have as many bytes in all as the body, the trailer {@code
     * maxTrailer}.
     */
    ChunkScanner(int maxBody, int maxTrailer) {
        this.maxBody = maxBody;
        this.room = maxBody;
        this.trailer = new FieldLines(maxTrailer);
    }

    @Override
    public boolean done() {
        return at == At.DONE;
    }

    @Override
    public void reset() {
        at = At.SIZE;
        room = maxBody;
        size = 0;
        digits = 0;
        framing = 0;
        trailer.reset();
    }

    @Override
    public boolean process(byte b) {
        if (at != At.DATA && ++framing > maxBody) {
            throw HttpProblem.badRequest("The chunks of the body are too small.");
        }
        at = next(b);
        return at != At.DONE;
    }

    private At next(byte b) {
        return switch (at) {
            case SIZE -> size(b);
            case EXTENSION -> b == '\r' ? At.SIZE_LF : extension(b);
            case SIZE_LF -> expect(b, '\n', size == 0 ? At.TRAILER : At.DATA);
            case DATA -> --size == 0 ? At.DATA_CR : At.DATA;
            case DATA_CR -> expect(b, '\r', At.DATA_LF);
            case DATA_LF -> {
                digits = 0;
                yield expect(b, '\n', At.SIZE);
            }
            case TRAILER -> trailer.process(b) ? At.TRAILER : At.DONE;
            case DONE -> throw new IllegalStateException("a body was read past its end");
        };
    }

    private At size(byte b) {
        if (digits > 0 && (b == '\r' || b == ';')) {
            room -= size;
            return b == '\r' ? At.SIZE_LF : At.EXTENSION;
        }
        var digit = Character.digit(b, 16);
        if (digit < 0 || ++digits > MAX_DIGITS) {
            throw HttpProblem.badRequest("A chunk's size is malformed.");
        }
        size = size * 16 + digit;
        if (size > room) {
            throw HttpProblem.bodyTooLarge();
        }
        return At.SIZE;
    }

    private static At extension(byte b) {
        if (!Tokens.isFieldByte(b)) {
            throw HttpProblem.badRequest("A chunk's extension holds a control character.");
        }
        return At.EXTENSION;
    }

    private static At expect(byte b, char wanted, At next) {
        Tokens.expect(b, wanted);
        return next;
    }
}
