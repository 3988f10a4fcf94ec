package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** One request, read whole: head, path parameters and body (at most 64 KiB). */
public interface Call {

    String method();

    /**
     * The path as it was sent, without the query: still percent-encoded, repeated slashes folded.
     */
    String path();

    /** The absolute URL of the mount it came through, without a trailing slash. */
    URI base();

    /** A path parameter, percent-decoded as UTF-8; may be empty. */
    String param(String name);

    /** The first query parameter of that name, decoded; null when absent. */
    @Nullable String query(String name);

    /** Every query parameter of that name, decoded. */
    List<String> queries(String name);

    /** All query parameters, decoded, in the order of their first appearance. */
    Map<String, List<String>> queries();

    /** The first header of that name, any case; null when absent. */
    @Nullable String header(String name);

    List<String> headers(String name);

    /** The value of the first cookie of that name; null when absent. */
    @Nullable String cookie(String name);

    byte[] body();

    /**
     * The peer's address; the one a trusted proxy names in {@code X-Forwarded-For} when one is
     * configured.
     */
    InetAddress remote();

    /** Unique to this request, printable, also sent as {@code X-Request-Id}. */
    String requestId();

    /** The body as a JSON object; its problems are {@link HttpProblem}s 400 and 415. */
    default JsonBody json() {
        return JsonBody.read(this);
    }

    /** The body as an HTML form ({@code application/x-www-form-urlencoded}). */
    default Form form() {
        return Form.read(this);
    }
}
