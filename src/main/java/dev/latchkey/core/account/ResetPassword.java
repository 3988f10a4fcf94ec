package dev.latchkey.core.account;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;
import dev.latchkey.core.token.TokenHash;

import java.time.Clock;

/**
 * Takes a token from a mail and a new password. Every session of the account ends; nobody is signed
 * in by it, so that a second factor is asked for as ever.
 */
public final class ResetPassword {
    private final ResetTokens tokens;
    private final Accounts accounts;
    private final SetPassword setPassword;
    private final Clock clock;

    public ResetPassword(
            ResetTokens tokens, Accounts accounts, SetPassword setPassword, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.setPassword = setPassword;
        this.clock = clock;
    }

    /** Whose password the token may change. Refuses with ResetLinkInvalid. */
    public User owner(String token) {
        var kept = tokens.find(hashOf(token), clock.instant()).orElseThrow(ResetPassword::invalid);
        return accounts.find(kept.user())
                .filter(user -> user.isActive() && user.email().key().equals(kept.emailKey()))
                .orElseThrow(ResetPassword::invalid);
    }

    /**
     * Works once; a password that is refused does not use the token up. Refuses with
     * ResetLinkInvalid, InvalidInput, Overloaded.
     */
    public void run(String token, String password, Origin origin) {
        var user = owner(token);
        setPassword.byLink(user.id(), password, origin, () -> use(token, user));
    }

    /** Inside the transaction: of many who try at once, one goes on. */
    private void use(String token, User user) {
        var now = clock.instant();
        var current =
                tokens.use(hashOf(token), now)
                        .flatMap(kept -> accounts.find(kept.user()))
                        .orElseThrow(ResetPassword::invalid);
        if (!current.isActive() || !current.email().key().equals(user.email().key())) {
            throw invalid();
        }
        accounts.markVerified(user.id(), now);
    }

    private static TokenHash hashOf(String token) {
        return Secret.parse(SecretKind.RESET, token).orElseThrow(ResetPassword::invalid).hash();
    }

    private static Refused invalid() {
        return new Refused(new Refusal.ResetLinkInvalid());
    }
}
