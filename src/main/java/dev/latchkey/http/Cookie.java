package dev.latchkey.http;

import java.time.Duration;

/**
 * A cookie to set: always HttpOnly, SameSite=Lax, without a Domain.
 *
 * @param path where it is sent, usually {@code /}
 * @param secure only over https
 * @param maxAge zero clears it; negative lets it end with the browser's session
 */
public record Cookie(String name, String value, String path, boolean secure, Duration maxAge) {

    public Cookie {
        if (!Tokens.isToken(name) || !isPlain(value) || !isPlain(path)) {
            throw new IllegalArgumentException("a cookie holds characters that would end it");
        }
    }

    /** No blanks, quotes, commas, semicolons or backslashes (RFC 6265, cookie-octet). */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F && "\",;\\".indexOf(c) < 0);
    }

    public static Cookie cleared(String name, String path, boolean secure) {
        return new Cookie(name, "", path, secure, Duration.ZERO);
    }

    /** The value of a {@code Set-Cookie} header (RFC 6265, section 4.1). */
    public String header() {
        var text = new StringBuilder(name).append('=').append(value).append("; Path=").append(path);
        if (!maxAge.isNegative()) {
            text.append("; Max-Age=").append(maxAge.toSeconds());
        }
        return text.append("; HttpOnly; SameSite=Lax").append(secure ? "; Secure" : "").toString();
    }
}
