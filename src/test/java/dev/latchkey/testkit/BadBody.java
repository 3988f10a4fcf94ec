package dev.latchkey.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** A body that cannot be used, made from a good one. */
record BadBody(String what, @Nullable String contentType, byte[] bytes) {
    private static final String JSON = "application/json";
    private static final String DEEP_LIST = "[".repeat(20_000) + "]".repeat(20_000);
    private static final String DEEP_OBJECT = "{\"a\":".repeat(8_000) + "1" + "}".repeat(8_000);

    private static final List<String> OTHER_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/jsonx",
                    "application/json-patch+json",
                    "application/json, text/plain",
                    "json",
                    ";");

    /** JSON that no text member takes: wrong types, too much, NUL, lone surrogates. */
    private static final List<String> BAD_VALUES =
            List.of(
                    "42",
                    "-1",
                    "1.5",
                    "1e999",
                    "true",
                    "[]",
                    "[\"a\"]",
                    "{}",
                    "{\"a\":\"b\"}",
                    DEEP_LIST,
                    "\"" + "a".repeat(5_000) + "\"",
                    "\"" + "a".repeat(60_000) + "\"",
                    "\"\\u0000\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"a\\udc00b\"",
                    "\"\\udc00\\ud800\"");

    static Stream<BadBody> of(GoodRequest good) {
        return good.body().isEmpty()
                ? Stream.empty()
                : Stream.of(texts(good), types(good), members(good)).flatMap(some -> some);
    }

    private static Stream<BadBody> texts(GoodRequest good) {
        var whole = good.json();
        var open = whole.substring(0, whole.length() - 1);
        var first = good.body().keySet().iterator().next();
        var texts =
                Stream.of(
                        "",
                        " ",
                        "{",
                        "}",
                        "not json",
                        open,
                        open + ",}",
                        whole + whole,
                        whole + "x",
                        whole.replace('"', '\''),
                        "[]",
                        "[" + whole + "]",
                        "\"text\"",
                        "42",
                        "-",
                        "1e999",
                        "null",
                        "true",
                        "\0",
                        DEEP_LIST,
                        DEEP_OBJECT,
                        "{\"" + first + "\":\"x\"," + whole.substring(1));
        var noUtf8 =
                new BadBody(
                        "a string that is no UTF-8",
                        JSON,
                        "{\"a\":\"\u00c3(\"}".getBytes(ISO_8859_1));
        return Stream.concat(texts.map(text -> json("the body", text)), Stream.of(noUtf8));
    }

    private static Stream<BadBody> types(GoodRequest good) {
        var bytes = good.json().getBytes(UTF_8);
        return Stream.concat(Stream.of((String) null), OTHER_TYPES.stream())
                .map(type -> new BadBody("content type " + type, type, bytes));
    }

    private static Stream<BadBody> members(GoodRequest good) {
        return good.body().keySet().stream()
                .flatMap(name ->
                        Stream.concat(
                                BAD_VALUES.stream()
                                        .map(value -> json(name + " as", good.json(name, value))),
                                good.optional().contains(name)
                                        ? Stream.empty()
                                        : absent(good, name)));
    }

    private static Stream<BadBody> absent(GoodRequest good, String name) {
        return Stream.of(
                json("without " + name, good.jsonWithout(name)),
                json(name + " as", good.json(name, "null")),
                json(name + " as", good.json(name, "\"\"")));
    }

    private static BadBody json(String what, String text) {
        var shown = text.length() <= 200 ? text : text.substring(0, 200) + "…";
        return new BadBody(what + " " + shown, JSON, text.getBytes(UTF_8));
    }
}
