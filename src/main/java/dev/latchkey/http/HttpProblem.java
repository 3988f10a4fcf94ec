package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A request that the protocol itself refuses, before any rule of the product was asked. Carries no
 * stack trace.
 */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A member of the body that cannot be used, and why, in words for people. */
    public record Field(String name, String message) {}

    private final int status;
    private final String message;
    private final @Nullable String name;
    private final transient List<String> allow;
    private final transient List<Field> fields;

    private HttpProblem(
            int status,
            String message,
            @Nullable String name,
            List<String> allow,
            List<Field> fields) {
        super(message, null, false, false);
        this.status = status;
        this.message = message;
        this.name = name;
        this.allow = allow;
        this.fields = fields;
    }

    /**
     * A problem with a message for people; it is sent as it is, so it holds nothing of the request.
     */
    public static HttpProblem of(int status, String message) {
        return new HttpProblem(status, message, null, List.of(), List.of());
    }

    public static HttpProblem notFound() {
        return of(404, "There is nothing at this path.");
    }

    public static HttpProblem methodNotAllowed(List<String> allow) {
        return new HttpProblem(
                405, "This path does not know that method.", null, List.copyOf(allow), List.of());
    }

    public static HttpProblem badRequest(String message) {
        return of(400, message);
    }

    /** The same with a name, by which a page can say it in other languages than the message's. */
    public static HttpProblem badRequest(String name, String message) {
        return new HttpProblem(400, message, name, List.of(), List.of());
    }

    /**
     * A well-formed body whose members are missing, of the wrong type or too long: all of them at
     * once.
     */
    public static HttpProblem badFields(List<Field> fields) {
        return new HttpProblem(
                400, fields.getFirst().message(), null, List.of(), List.copyOf(fields));
    }

    public static HttpProblem unsupportedMediaType() {
        return of(415, "Send the body as application/json.");
    }

    public static HttpProblem bodyTooLarge() {
        return of(413, "The body is larger than this server takes.");
    }

    @Override
    public String getMessage() {
        return message;
    }

    public @Nullable String name() {
        return name;
    }

    public int status() {
        return status;
    }

    /**
     * Methods for the {@code Allow} header of a 405, which the server adds to the reply by itself.
     */
    public List<String> allow() {
        return allow;
    }

    /** Empty unless members of the body are at fault. */
    public List<Field> fields() {
        return fields;
    }
}
