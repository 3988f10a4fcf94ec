package dev.latchkey.http;

import io.netty.util.ByteProcessor;

/**
 * Holds the raw bytes of a request head to the grammar of RFC 9112, sections 2.2, 3 and 5, before
 * they are split: Netty's decoder joins folded lines and takes any blank between the words of a
 * request line. Works on whatever piece has arrived; {@link #done} when the empty line was seen.
 */
final class HeadScanner implements ByteProcessor {
    private enum At {
        START,
        START_LF,
        METHOD,
        TARGET,
        VERSION,
        VERSION_LF,
        NAME_START,
        NAME,
        VALUE,
        VALUE_LF,
        END_LF,
        DONE
    }

    private static final String VERSION = "HTTP/1.";

    private final int max;
    private At at = At.START;
    private boolean emptyLineSkipped;
    private int length;
    private int word;

    HeadScanner(int max) {
        this.max = max;
    }

    boolean done() {
        return at == At.DONE;
    }

    void reset() {
        at = At.START;
        emptyLineSkipped = false;
        length = 0;
        word = 0;
    }

    /** Takes one byte; false when it was the last of the head. */
    @Override
    public boolean process(byte b) {
        if (++length > max) {
            throw at.compareTo(At.NAME_START) < 0
                    ? HttpProblem.of(414, "The request line is longer than this server takes.")
                    : HttpProblem.of(431, "The header is larger than this server takes.");
        }
        at = next(b);
        return at != At.DONE;
    }

    private At next(byte b) {
        return switch (at) {
            case START -> start(b);
            case START_LF -> {
                emptyLineSkipped = true;
                yield expect(b, '\n', At.START);
            }
            case METHOD -> b == ' ' ? words(At.TARGET) : token(b, At.METHOD);
            case TARGET -> target(b);
            case VERSION -> version(b);
            case VERSION_LF -> {
                length = 0;
                yield expect(b, '\n', At.NAME_START);
            }
            case NAME_START -> b == '\r' ? At.END_LF : token(b, At.NAME);
            case NAME -> b == ':' ? At.VALUE : token(b, At.NAME);
            case VALUE -> b == '\r' ? At.VALUE_LF : fieldValue(b);
            case VALUE_LF -> expect(b, '\n', At.NAME_START);
            case END_LF -> expect(b, '\n', At.DONE);
            case DONE -> throw new IllegalStateException("a head was read past its end");
        };
    }

    /** One empty line before a request is allowed (RFC 9112, section 2.2). */
    private At start(byte b) {
        return b == '\r' && !emptyLineSkipped ? At.START_LF : token(b, At.METHOD);
    }

    private At words(At next) {
        word = 0;
        return next;
    }

    private At target(byte b) {
        if (b == ' ' && word > 0) {
            return words(At.VERSION);
        }
        if (b <= ' ' || b == 0x7F || b == '#') {
            throw HttpProblem.badRequest("The request line is malformed.");
        }
        word++;
        return At.TARGET;
    }

    private At version(byte b) {
        if (word < VERSION.length()) {
            if (b != VERSION.charAt(word)) {
                throw word == VERSION.length() - 2 || word == VERSION.length() - 1
                        ? HttpProblem.of(505, "This server speaks HTTP/1.1.")
                        : HttpProblem.badRequest("The request line is malformed.");
            }
        } else if (word == VERSION.length()) {
            if (b != '0' && b != '1') {
                throw HttpProblem.of(505, "This server speaks HTTP/1.1.");
            }
        } else {
            return expect(b, '\r', At.VERSION_LF);
        }
        word++;
        return At.VERSION;
    }

    private static At token(byte b, At next) {
        if (!Tokens.isTokenChar(b)) {
            throw HttpProblem.badRequest("The request head is malformed.");
        }
        return next;
    }

    private static At fieldValue(byte b) {
        if (b >= 0 && b < ' ' && b != '\t' || b == 0x7F) {
            throw HttpProblem.badRequest("A header holds a control character.");
        }
        return At.VALUE;
    }

    private static At expect(byte b, char wanted, At next) {
        if (b != wanted) {
            throw HttpProblem.badRequest("A line of the request head does not end in CR LF.");
        }
        return next;
    }
}
