package dev.latchkey.pages;

import dev.latchkey.core.Uuids;
import dev.latchkey.http.Form;

import java.util.Map;
import java.util.UUID;

/** What somebody sent with a form: never null, and nothing that no person types. */
public record Typed(Form form) {
    public static final Typed NOTHING = new Typed(new Form(Map.of()));
    private static final int LONGEST = 10_000;

    /** The field's text; empty when it is missing, sent twice or absurdly long. */
    public String get(String field) {
        var text = form.get(field);
        return text == null || text.length() > LONGEST ? "" : text;
    }

    /** The field as an id; one that nothing has when it is none. */
    public UUID id(String field) {
        return Uuids.parse(get(field)).orElse(Uuids.NIL);
    }
}
