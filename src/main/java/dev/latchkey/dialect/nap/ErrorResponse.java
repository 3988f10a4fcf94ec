package dev.latchkey.dialect.nap;

import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import java.util.stream.Collectors;

/**
 * {@code ModelsErrorResponse}.
 *
 * @param message for people
 * @param debug empty: internals never leave
 * @param code the HTTP status
 */
record ErrorResponse(String message, String debug, int code) {

    static Reply of(int status, String message) {
        return Reply.json(status, new ErrorResponse(message, "", status));
    }

    /** Names every bad field in the message, since the model has no other place for them. */
    static Reply of(HttpProblem problem) {
        var fields =
                problem.fields().stream()
                        .map(HttpProblem.Field::message)
                        .collect(Collectors.joining("; "));
        return of(
                problem.status(), fields.isEmpty() ? String.valueOf(problem.getMessage()) : fields);
    }
}
