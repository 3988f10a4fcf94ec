package dev.latchkey.http;

import java.util.Locale;

/**
 * Reads the value of a Host header (RFC 9110, section 7.2): a name or address, and perhaps a port.
 */
final class Authority {
    private Authority() {}

    /** The host in lower case; an IPv6 address keeps its brackets. */
    static String host(String authority) {
        var end = authority.startsWith("[") ? bracketed(authority) : name(authority);
        if (end == 0 || !isPort(authority, end)) {
            throw HttpProblem.badRequest("Host is no valid name.");
        }
        return authority.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private static int name(String text) {
        var i = 0;
        while (i < text.length() && isNameChar(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '.'
                || c == '-'
                || c == '_';
    }

    private static int bracketed(String text) {
        var close = text.indexOf(']');
        for (int i = 1; i < close; i++) {
            var c = text.charAt(i);
            if (c != ':' && c != '.' && Character.digit(c, 16) < 0) {
                return 0;
            }
        }
        return close > 1 ? close + 1 : 0;
    }

    private static boolean isPort(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        if (text.charAt(from) != ':' || text.length() - from > 6) {
            return false;
        }
        for (int i = from + 1; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
