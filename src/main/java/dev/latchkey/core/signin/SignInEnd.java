package dev.latchkey.core.signin;

import dev.latchkey.core.account.User;
import dev.latchkey.core.session.Grant;
import dev.latchkey.core.token.Secret;

/** The ways a sign-in that began well ends. */
public sealed interface SignInEnd {

    record SignedIn(Grant grant) implements SignInEnd {}

    /** They belong to several organizations and have to say which; the flow waits for it. */
    record ChooseOrganization(Secret flow) implements SignInEnd {}

    /**
     * What was proven is not enough yet; the flow waits for a second factor.
     *
     * @param page where a browser can sign in with it, for doors that cannot ask
     * @param enrolment they have none, and the settings demand one: it is to be set up first
     */
    record SecondFactor(Secret flow, String page, boolean enrolment) implements SignInEnd {}

    /** Nobody signs in here before their address is proven. */
    record VerifyEmailFirst(User user) implements SignInEnd {}
}
