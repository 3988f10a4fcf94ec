package dev.latchkey.http;

/** The character classes of header names and values (RFC 9110, sections 5.5 and 5.6.2). */
final class Tokens {
    private static final String OTHERS = "!#$%&'*+-.^_`|~";

    private Tokens() {}

    static boolean isTokenChar(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c > ' ' && c < 0x7F && OTHERS.indexOf(c) >= 0);
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether a received header value may hold it; bytes beyond ASCII are opaque. */
    static boolean isFieldByte(byte b) {
        return b < 0 || (b >= ' ' && b != 0x7F) || b == '\t';
    }

    /** Throws {@link HttpProblem} 400 unless a line ends as it has to. */
    static void expect(byte b, char wanted) {
        if (b != wanted) {
            throw HttpProblem.badRequest("A line does not end in CR LF where it has to.");
        }
    }

    /** Whether an answer may carry it as a header value: visible ASCII, blanks and tabs. */
    static boolean isFieldValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
