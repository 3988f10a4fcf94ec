package dev.latchkey.dialect.nap;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.latchkey.core.session.Grant;
import dev.latchkey.core.token.Secret;

import org.jspecify.annotations.Nullable;

/** {@code HandlersUserLoginResult}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserLoginResult(
        String message,
        @Nullable Tokens tokens,
        boolean requireEmailVerification,
        @Nullable String flowId) {

    static UserLoginResult loggedIn(Grant grant) {
        return new UserLoginResult("You are logged in.", Tokens.of(grant), false, null);
    }

    static UserLoginResult choose(Secret flow) {
        return new UserLoginResult("Choose an organization.", null, false, flow.text());
    }

    /**
     * The flow says {@code mfaRequired}. What cannot be proven through this API (a passkey, setting
     * a factor up) is done on a page.
     */
    static UserLoginResult secondFactor(Secret flow, String page, boolean enrolment) {
        var what =
                enrolment
                        ? "Set up a second factor first: sign in at " + page
                        : "Prove your second factor, or sign in at " + page;
        return new UserLoginResult(what, null, false, flow.text());
    }

    static UserLoginResult verifyEmailFirst() {
        return new UserLoginResult("Verify your email first.", null, true, null);
    }
}
