package dev.latchkey.core.factor;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.User;

/** Says whether a second factor is right, whichever it is. */
public final class CheckFactor {
    private final CheckCode codes;

    public CheckFactor(CheckCode codes) {
        this.codes = codes;
    }

    /** Refuses with FactorWrong and TooManyAttempts. */
    public Proven run(User user, FactorProof proof, Origin origin) {
        return switch (proof) {
            case FactorProof.Code(var text) -> codes.run(user, text, origin);
            case FactorProof.Key key -> throw new Refused(new Refusal.FactorWrong());
        };
    }
}
