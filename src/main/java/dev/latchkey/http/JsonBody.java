package dev.latchkey.http;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A request body that is a JSON object. Members are taken one by one; their problems gather, and
 * {@link #check} names all of them at once. Unknown members are ignored.
 */
public final class JsonBody {
    /** Longest text a member may hold, in UTF-16 units. */
    public static final int MAX_TEXT = 4096;

    private final JsonNode object;
    private final List<HttpProblem.Field> problems = new ArrayList<>();

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /**
     * The body of a call as an object: 415 for another content type, 400 for anything that is no
     * JSON object.
     */
    public static JsonBody read(Call call) {
        var tree = tree(call);
        if (!tree.isObject()) {
            throw HttpProblem.badRequest("The body has to be a JSON object.");
        }
        return new JsonBody(tree);
    }

    /** The body of a call as any JSON value. */
    public static JsonNode tree(Call call) {
        if (!MediaType.is(call.header("Content-Type"), Reply.JSON)) {
            throw HttpProblem.unsupportedMediaType();
        }
        try {
            return Json.parse(call.body());
        } catch (JacksonException e) {
            throw HttpProblem.badRequest("The body is not valid JSON.");
        }
    }

    /**
     * A member that has to be there as text, not empty. Gives an empty text and notes a problem
     * when it is not.
     */
    public String text(String name) {
        var value = optionalText(name);
        if (value == null || value.isEmpty()) {
            if (problems.stream().noneMatch(p -> p.name().equals(name))) {
                problem(name, name + " is missing");
            }
            return "";
        }
        return value;
    }

    /** A member that may be absent or null. Notes a problem when it is there and no usable text. */
    public @Nullable String optionalText(String name) {
        var value = object.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            problem(name, name + " has to be a string");
            return null;
        }
        var text = value.asString();
        if (text.length() > MAX_TEXT) {
            problem(name, name + " is too long");
            return null;
        }
        if (!isClean(text)) {
            problem(name, name + " holds characters that are not allowed");
            return null;
        }
        return text;
    }

    /** Adds a problem that only the caller can see, such as two members that have to be equal. */
    public void problem(String name, String message) {
        problems.add(new HttpProblem.Field(name, message));
    }

    public List<HttpProblem.Field> problems() {
        return List.copyOf(problems);
    }

    /** Throws one {@link HttpProblem} with every problem noted so far, if there is any. */
    public void check() {
        if (!problems.isEmpty()) {
            throw HttpProblem.badFields(problems);
        }
    }

    /** No NUL and no lone surrogate: neither engine stores them alike. */
    static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c ->
                        c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
