package dev.latchkey.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer. Immutable; the {@code with} methods give changed copies. The server adds Date,
 * Content-Length, connection headers and the security headers.
 *
 * @param headers in the order they are sent; names may repeat
 */
public record Reply(int status, List<Header> headers, byte[] body) {

    public record Header(String name, String value) {}

    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";
    private static final byte[] NOTHING = {};

    public static Reply empty(int status) {
        return new Reply(status, List.of(), NOTHING);
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, List.of(new Header("Content-Type", contentType)), body);
    }

    public static Reply json(int status, Object value) {
        return of(status, JSON, Json.bytes(value));
    }

    public static Reply text(int status, String text) {
        return of(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply html(int status, String page) {
        return of(status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    /** A redirect to an absolute URL, since a relative one resolves outside a client's prefix. */
    public static Reply redirect(int status, String location) {
        return empty(status).with("Location", location);
    }

    public Reply with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, List.copyOf(more), body);
    }

    public Reply with(Cookie cookie) {
        return with("Set-Cookie", cookie.header());
    }
}
