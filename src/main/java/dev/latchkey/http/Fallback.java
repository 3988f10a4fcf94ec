package dev.latchkey.http;

import java.nio.charset.StandardCharsets;

/** The door's own words, for requests that belong to no API. */
final class Fallback {
    private Fallback() {}

    /** Says what is wrong as {@code {"error": code, "message": text}}. */
    static Reply says(HttpProblem problem) {
        var text =
                "{\"error\":\"%s\",\"message\":\"%s\"}"
                        .formatted(code(problem.status()), problem.getMessage());
        return Reply.of(problem.status(), Reply.JSON, text.getBytes(StandardCharsets.UTF_8));
    }

    /** For a fault that even the API's own words failed on. */
    static Reply fault() {
        return says(HttpProblem.of(500, "Something went wrong here."));
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 408 -> "request_timeout";
            case 413 -> "content_too_large";
            case 414 -> "uri_too_long";
            case 417 -> "expectation_failed";
            case 431 -> "request_header_fields_too_large";
            case 500 -> "internal_server_error";
            case 503 -> "service_unavailable";
            case 505 -> "http_version_not_supported";
            default -> "bad_request";
        };
    }
}
