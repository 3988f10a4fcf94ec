package dev.latchkey.core.signin;

import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.factor.CheckPasskey;
import dev.latchkey.core.factor.FactorProof;
import dev.latchkey.core.factor.Method;

/**
 * Signs in with a passkey alone. It is something one has, and it verified its user by something
 * they know or are: two factors.
 */
public final class PasskeySignIn {
    private final CheckPasskey check;
    private final Accounts accounts;
    private final SignUpRules rules;
    private final FinishSignIn finish;
    private final Transactions transactions;

    public PasskeySignIn(
            CheckPasskey check,
            Accounts accounts,
            SignUpRules rules,
            FinishSignIn finish,
            Transactions transactions) {
        this.check = check;
        this.accounts = accounts;
        this.rules = rules;
        this.finish = finish;
        this.transactions = transactions;
    }

    /**
     * Refuses with FactorWrong, SignInStepInvalid and, only after a good passkey, AccountNotActive
     * and NoOrganization.
     */
    public SignInEnd run(FactorProof.Key proof, Wish wish) {
        var owner = check.alone(proof, wish.origin());
        var user =
                accounts.find(owner.user())
                        .orElseThrow(() -> new Refused(new Refusal.FactorWrong()));
        if (!user.isActive()) {
            throw new Refused(new Refusal.AccountNotActive());
        }
        transactions.writing(owner.proven().claim());
        if (rules.demandsVerificationOf(user)) {
            return new SignInEnd.VerifyEmailFirst(user);
        }
        return finish.run(user, Method.multiple(owner.proven().method()), wish);
    }
}
