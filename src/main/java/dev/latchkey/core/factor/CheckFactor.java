package dev.latchkey.core.factor;

import dev.latchkey.core.Origin;
import dev.latchkey.core.account.User;

/** Says whether a second factor is right, whichever it is. */
public final class CheckFactor {
    private final CheckCode codes;
    private final CheckPasskey passkeys;

    public CheckFactor(CheckCode codes, CheckPasskey passkeys) {
        this.codes = codes;
        this.passkeys = passkeys;
    }

    /** Refuses with FactorWrong, TooManyAttempts and SignInStepInvalid. */
    public Proven run(User user, FactorProof proof, Origin origin) {
        return switch (proof) {
            case FactorProof.Code(var text) -> codes.run(user, text, origin);
            case FactorProof.Key key -> passkeys.second(user, key, origin);
        };
    }
}
