package dev.latchkey.dialect.nuextract;

import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import java.util.stream.Collectors;

/**
 * The two shapes in which this API fails: plain text for a bad value, as its seed words it, and
 * JSON for the rest.
 */
final class Failure {
    private static final String BODY = "body";
    private static final String PATH = "path";
    static final String REDIRECT_URI = "query parameter redirectUri";

    /** The client's {@code Error}. */
    record Body(String code, String message) {}

    private Failure() {}

    static Reply json(int status, String code, String message) {
        return Reply.json(status, new Body(code, message));
    }

    static Reply badBody(String why) {
        return bad(BODY, why);
    }

    /** 400 for a value, by the place it stood in. */
    static Reply bad(String place, String why) {
        return Reply.text(400, "Invalid value for: " + place + " (" + why + ")");
    }

    static Reply of(Call call, HttpProblem problem) {
        if (problem.status() == 400) {
            return bad(hasBody(call) ? BODY : PATH, words(problem));
        }
        return json(problem.status(), code(problem.status()), words(problem));
    }

    private static boolean hasBody(Call call) {
        return call.method().equals("POST") || call.method().equals("PUT");
    }

    /** Every bad member by its name, else what is wrong as a whole. */
    static String words(HttpProblem problem) {
        return problem.fields().isEmpty()
                ? String.valueOf(problem.getMessage())
                : problem.fields().stream()
                        .map(HttpProblem.Field::message)
                        .collect(Collectors.joining(", "));
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 408 -> "request_timeout";
            case 413 -> "content_too_large";
            case 415 -> "unsupported_media_type";
            case 500 -> "internal_error";
            default -> "request_refused";
        };
    }
}
