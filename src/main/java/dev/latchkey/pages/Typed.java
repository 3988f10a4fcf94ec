package dev.latchkey.pages;

import dev.latchkey.http.Form;

/** What somebody sent with a form: never null, and nothing that no person types. */
record Typed(Form form) {
    private static final int LONGEST = 10_000;

    /** The field's text; empty when it is missing, sent twice or absurdly long. */
    String get(String field) {
        var text = form.get(field);
        return text == null || text.length() > LONGEST ? "" : text;
    }
}
