package dev.latchkey.core.signin;

import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.token.Secret;

/** The ways a sign-in with a right password ends. */
public sealed interface SignInEnd {

    record SignedIn(Grant grant) implements SignInEnd {}

    /** They belong to several organizations and have to say which; the flow waits for it. */
    record ChooseOrganization(Secret flow) implements SignInEnd {}

    /** Nobody signs in here before their address is proven. */
    record VerifyEmailFirst(User user) implements SignInEnd {}
}
