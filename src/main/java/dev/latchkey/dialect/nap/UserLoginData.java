package dev.latchkey.dialect.nap;

import dev.latchkey.core.Origin;
import dev.latchkey.core.session.Carrier;
import dev.latchkey.core.signin.OrganizationChoice;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.dialect.Fields;
import dev.latchkey.http.JsonBody;

import org.jspecify.annotations.Nullable;

/** {@code HandlersUserLoginData}. */
record UserLoginData(String email, String password, @Nullable String flowReturnTo) {
    private static final int LONGEST_RETURN_TO = 2048;

    static UserLoginData read(JsonBody body) {
        var data =
                new UserLoginData(
                        Fields.email(body, "email"),
                        body.text("password"),
                        body.optionalText("flowReturnTo"));
        if (data.flowReturnTo != null && !isTellable(data.flowReturnTo)) {
            body.problem("flowReturnTo", "flowReturnTo is too long or holds control characters");
        }
        body.check();
        return data;
    }

    /** It is only told back; nobody is ever sent there by us. */
    private static boolean isTellable(String returnTo) {
        return returnTo.length() <= LONGEST_RETURN_TO
                && returnTo.chars().noneMatch(Character::isISOControl);
    }

    PasswordSignIn.Command command(Origin origin) {
        return new PasswordSignIn.Command(
                email,
                password,
                OrganizationChoice.ASK,
                Carrier.SESSION_TOKEN,
                flowReturnTo,
                origin);
    }
}
