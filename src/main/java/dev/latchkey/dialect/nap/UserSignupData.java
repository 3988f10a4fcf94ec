package dev.latchkey.dialect.nap;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.SignUp;
import dev.latchkey.http.JsonBody;

import org.jspecify.annotations.Nullable;

/** {@code HandlersUserSignupData}. */
record UserSignupData(
        String email,
        String password,
        String firstName,
        String lastName,
        @Nullable String inviteToken) {

    static UserSignupData read(JsonBody body) {
        var data =
                new UserSignupData(
                        body.text("email"),
                        body.text("password"),
                        body.text("firstName"),
                        body.text("lastName"),
                        body.optionalText("inviteToken"));
        var confirmed = body.text("confirmPassword");
        if (!confirmed.isEmpty() && !confirmed.equals(data.password)) {
            body.problem("confirmPassword", "confirmPassword is not the password");
        }
        body.check();
        return data;
    }

    /** Newcomers of this API join an organization; they never found one. */
    SignUp.Command command(Origin origin) {
        return new SignUp.Command(email, password, firstName, lastName, inviteToken, false, origin);
    }
}
