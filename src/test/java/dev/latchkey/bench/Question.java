package dev.latchkey.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is sent over and over.
 *
 * @param headers whole lines
 * @param body of a POST; empty for a GET
 */
record Question(URI url, List<String> headers, String body) {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String JSON = "Content-Type: application/json";

    static Question get(URI url, String token) {
        return new Question(url, List.of("Authorization: Bearer " + token), "");
    }

    static Question post(URI url, String form) {
        return new Question(url, List.of(FORM), form);
    }

    static Question json(URI url, String body) {
        return new Question(url, List.of(JSON), body);
    }

    /** The same somewhere else. */
    Question at(URI elsewhere) {
        return new Question(elsewhere, headers, body);
    }

    String method() {
        return body.isEmpty() ? "GET" : "POST";
    }

    /** A script for wrk. */
    String script() {
        var lines = new ArrayList<String>();
        lines.add("wrk.method = \"" + method() + "\"");
        lines.add("wrk.body = [==[" + body + "]==]");
        for (var header : headers) {
            var colon = header.indexOf(':');
            lines.add(
                    "wrk.headers[\"%s\"] = \"%s\""
                            .formatted(
                                    header.substring(0, colon),
                                    header.substring(colon + 1).strip()));
        }
        return String.join("\n", lines) + "\n";
    }
}
