package dev.latchkey.core.account;

import dev.latchkey.core.signin.Throttle;

/**
 * Sign-up for anybody who finds the page, so with a limit by where they come from; applications
 * that sign people up count for many.
 */
public final class HostedSignUp {
    private final SignUp signUp;
    private final Throttle addresses;

    public HostedSignUp(SignUp signUp, Throttle addresses) {
        this.signUp = signUp;
        this.addresses = addresses;
    }

    /** Refuses as SignUp does, and with TooManyAttempts. */
    public User run(SignUp.Command command) {
        addresses.spend(command.origin().address());
        return signUp.run(command);
    }
}
