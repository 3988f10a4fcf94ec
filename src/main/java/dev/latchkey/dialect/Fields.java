package dev.latchkey.dialect;

import dev.latchkey.core.Uuids;
import dev.latchkey.core.account.Email;
import dev.latchkey.http.Call;
import dev.latchkey.http.HttpProblem;
import dev.latchkey.http.JsonBody;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What several APIs demand of the fields of a request, in body and head. */
public final class Fields {
    private Fields() {}

    /** A member that has to be there as an email address. Notes a problem when it is not. */
    public static String email(JsonBody body, String name) {
        var text = body.text(name);
        if (!text.isEmpty() && Email.parse(text).isEmpty()) {
            body.problem(name, name + " is not an email address");
        }
        return text;
    }

    /**
     * A member that has to be there as a UUID in its usual form. Notes a problem when it is not.
     */
    public static UUID uuid(JsonBody body, String name) {
        var text = body.text(name);
        var uuid = Uuids.parse(text);
        if (uuid.isEmpty() && !text.isEmpty()) {
            body.problem(name, name + " is not a UUID");
        }
        return uuid.orElse(Uuids.NIL);
    }

    /**
     * The header of that name; null when it is missing or empty. Sent twice it is a 400, since
     * whoever stands between the client and us may have looked at the other one.
     */
    public static @Nullable String onlyHeader(Call call, String name) {
        var values = call.headers(name);
        if (values.size() > 1) {
            throw HttpProblem.badRequest("The header " + name + " was sent more than once.");
        }
        return values.isEmpty() || values.getFirst().isEmpty() ? null : values.getFirst();
    }
}
