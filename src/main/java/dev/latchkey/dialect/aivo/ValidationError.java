package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Refusal;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.Reply;

import java.util.List;

/** {@code ValidationError}: a body with every one of its bad fields. */
record ValidationError(String error, String message, List<Field> validationErrors) {
    private static final int STATUS = 422;

    /** {@code ValidationErrorValidationErrorsInner}. */
    record Field(String field, String message) {}

    static Reply of(HttpProblem problem) {
        return of(problem.fields().stream().map(f -> new Field(f.name(), f.message())).toList());
    }

    static Reply of(Refusal.InvalidInput refusal) {
        return of(
                refusal.fields().stream()
                        .map(f -> new Field(f.name(), f.name() + " " + f.message()))
                        .toList());
    }

    private static Reply of(List<Field> fields) {
        return Reply.json(
                STATUS,
                new ValidationError(
                        "validation_error",
                        "The request holds values that cannot be used.",
                        fields));
    }
}
