package dev.latchkey.http;

/**
 * Holds raw header or trailer lines to the grammar of RFC 9112, section 5: no folding, no blank
 * before a colon, no control characters, CR LF and nothing else.
 */
final class FieldLines {
    private enum At {
        NAME_START,
        NAME,
        VALUE,
        VALUE_LF,
        END_LF
    }

    private final int max;
    private At at = At.NAME_START;
    private int length;

    FieldLines(int max) {
        this.max = max;
    }

    void reset() {
        at = At.NAME_START;
        length = 0;
    }

    /** Takes one byte; false when it ended the empty line that is the last. */
    boolean process(byte b) {
        if (++length > max) {
            throw HttpProblem.of(431, "The header is larger than this server takes.");
        }
        var ended = at == At.END_LF;
        at = next(b);
        return !ended;
    }

    /**
     * Takes what is left of a value that is being read, as far as it is allowed; where the next
     * byte is, which {@link #process} has to take.
     */
    int afterValue(byte[] bytes, int from, int to) {
        if (at != At.VALUE) {
            return from;
        }
        var end = Math.min(to, from + max - length);
        var next = from;
        while (next < end && Tokens.isFieldByte(bytes[next])) {
            next++;
        }
        length += next - from;
        return next;
    }

    private At next(byte b) {
        return switch (at) {
            case NAME_START -> b == '\r' ? At.END_LF : name(b);
            case NAME -> b == ':' ? At.VALUE : name(b);
            case VALUE -> b == '\r' ? At.VALUE_LF : value(b);
            case VALUE_LF, END_LF -> {
                Tokens.expect(b, '\n');
                yield At.NAME_START;
            }
        };
    }

    private static At name(byte b) {
        if (!Tokens.isTokenChar(b)) {
            throw HttpProblem.badRequest("A header line is malformed.");
        }
        return At.NAME;
    }

    private static At value(byte b) {
        if (!Tokens.isFieldByte(b)) {
            throw HttpProblem.badRequest("A header holds a control character.");
        }
        return At.VALUE;
    }
}
