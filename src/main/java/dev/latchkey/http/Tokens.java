package dev.latchkey.http;

/** The character classes of header names and values (RFC 9110, sections 5.5 and 5.6.2). */
final class Tokens {
    private static final String OTHERS = "!#$%&'*+-.^_`|~";

    private Tokens() {}

    static boolean isTokenChar(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c > ' ' && c < 0x7F && OTHERS.indexOf(c) >= 0;
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenChar(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether an answer may carry it as a header value: visible ASCII, blanks and tabs. */
    static boolean isFieldValue(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' && c != '\t' || c >= 0x7F) {
                return false;
            }
        }
        return true;
    }
}
