package dev.latchkey.dialect.aivo;

import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

/**
 * {@code Error}, without its optional {@code details}.
 *
 * @param error a stable code
 * @param message for people
 */
record AivoError(String error, String message) {
    /** RFC 9110, section 11.6.1: whoever says 401 says what would do. */
    private static final String CHALLENGE = "WWW-Authenticate";

    static Reply of(int status, String code, String message) {
        var reply = Reply.json(status, new AivoError(code, message));
        return status == 401 ? reply.with(CHALLENGE, "Bearer") : reply;
    }

    static Reply of(HttpProblem problem) {
        return of(problem.status(), code(problem.status()), String.valueOf(problem.getMessage()));
    }

    private static String code(int status) {
        return switch (status) {
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 408 -> "request_timeout";
            case 413 -> "content_too_large";
            case 415 -> "unsupported_media_type";
            case 500 -> "internal_error";
            default -> "bad_request";
        };
    }
}
