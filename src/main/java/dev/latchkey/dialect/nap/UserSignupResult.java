package dev.latchkey.dialect.nap;

import dev.latchkey.core.account.User;

/** {@code HandlersUserSignupResult}. */
record UserSignupResult(String userId, String message) {

    static UserSignupResult of(User user) {
        return new UserSignupResult(
                user.id().toString(),
                "Your account is made. Open the link in the mail we sent you.");
    }
}
