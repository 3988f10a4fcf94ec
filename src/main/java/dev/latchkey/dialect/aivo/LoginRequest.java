package dev.latchkey.dialect.aivo;

import dev.latchkey.core.Origin;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.dialect.Fields;
import dev.latchkey.http.Call;

/** {@code LoginRequest}. */
record LoginRequest(String email, String password) {
    private static final int SHORTEST_PASSWORD = 8;

    static LoginRequest read(Call call) {
        var body = Bodies.read(call);
        var request = new LoginRequest(Fields.email(body, "email"), body.text("password"));
        var length = request.password.codePointCount(0, request.password.length());
        if (length > 0 && length < SHORTEST_PASSWORD) {
            body.problem(
                    "password",
                    "password has to have at least " + SHORTEST_PASSWORD + " characters");
        }
        body.check();
        return request;
    }

    PasswordSignIn.Command command(Origin origin) {
        return new PasswordSignIn.Command(
                email, password, OrganizationChoice.LAST_USED, Carrier.ACCESS_TOKEN, null, origin);
    }
}
