package dev.latchkey.dialect.aivo;

import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.JsonBody;

import java.util.List;

/**
 * Bodies of this API: one that is no JSON object is a validation error too, of the body as a whole.
 */
final class Bodies {
    private static final int BAD_REQUEST = 400;

    private Bodies() {}

    static JsonBody read(Call call) {
        try {
            return call.json();
        } catch (HttpProblem problem) {
            if (problem.status() != BAD_REQUEST) {
                throw problem;
            }
            var message = String.valueOf(problem.getMessage());
            throw HttpProblem.badFields(List.of(new HttpProblem.Field("body", message)));
        }
    }
}
