package dev.latchkey.http;

/**
 * Holds the raw bytes of a request head to the grammar of RFC 9112, sections 2.2, 3 and 5: Netty's
 * decoder joins folded lines, and takes any blank between the words of a request line.
 */
final class HeadScanner implements FramingScanner {
    private enum At {
        START,
        START_LF,
        METHOD,
        TARGET,
        VERSION,
        VERSION_LF,
        FIELDS,
        DONE
    }

    private static final String VERSION = "HTTP/1.";

    private final int max;
    private final FieldLines fields;
    private At at = At.START;
    private boolean emptyLineSkipped;
    private int length;
    private int word;

    /** The request line and the block of headers may have {@code max} bytes each. */
    HeadScanner(int max) {
        this.max = max;
        this.fields = new FieldLines(max);
    }

    @Override
    public boolean done() {
        return at == At.DONE;
    }

    @Override
    public void reset() {
        at = At.START;
        emptyLineSkipped = false;
        length = 0;
        word = 0;
        fields.reset();
    }

    @Override
    public boolean process(byte b) {
        if (at != At.FIELDS && ++length > max) {
            throw HttpProblem.of(414, "The request line is longer than this server takes.");
        }
        at = next(b);
        return at != At.DONE;
    }

    /** Most of a head are the values of its headers, above all a token. */
    @Override
    public int process(byte[] bytes, int from, int to) {
        var next = from;
        while (next < to) {
            if (at == At.FIELDS) {
                next = fields.afterValue(bytes, next, to);
            }
            if (next < to && !process(bytes[next++])) {
                break;
            }
        }
        return next;
    }

    private At next(byte b) {
        return switch (at) {
            case START -> start(b);
            case START_LF -> {
                Tokens.expect(b, '\n');
                emptyLineSkipped = true;
                yield At.START;
            }
            case METHOD -> b == ' ' ? nextWord(At.TARGET) : method(b);
            case TARGET -> b == ' ' && word > 0 ? nextWord(At.VERSION) : target(b);
            case VERSION -> version(b);
            case VERSION_LF -> {
                Tokens.expect(b, '\n');
                yield At.FIELDS;
            }
            case FIELDS -> fields.process(b) ? At.FIELDS : At.DONE;
            case DONE -> throw new IllegalStateException("a head was read past its end");
        };
    }

    /** One empty line before a request is allowed (section 2.2). */
    private At start(byte b) {
        return b == '\r' && !emptyLineSkipped ? At.START_LF : method(b);
    }

    private At nextWord(At next) {
        word = 0;
        return next;
    }

    private static At method(byte b) {
        if (!Tokens.isTokenChar(b)) {
            throw malformed();
        }
        return At.METHOD;
    }

    private At target(byte b) {
        if (b <= ' ' || b == 0x7F || b == '#') {
            throw malformed();
        }
        word++;
        return At.TARGET;
    }

    private At version(byte b) {
        if (word > VERSION.length()) {
            Tokens.expect(b, '\r');
            return At.VERSION_LF;
        }
        var fits = word < VERSION.length() ? b == VERSION.charAt(word) : b == '0' || b == '1';
        if (!fits) {
            var isDigit = b >= '0' && b <= '9' && word >= VERSION.length() - 2;
            throw isDigit ? HttpProblem.of(505, "This server speaks HTTP/1.1.") : malformed();
        }
        word++;
        return At.VERSION;
    }

    private static HttpProblem malformed() {
        return HttpProblem.badRequest("The request line is malformed.");
    }
}
