package dev.latchkey.core.verification;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.User;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.org.Joining;
import dev.latchkey.core.token.Secret;
import dev.latchkey.core.token.SecretKind;

import java.time.Clock;

/** Takes a token from a verification mail: the address is its account's from now on. */
public final class VerifyEmail {
    private final VerificationTokens tokens;
    private final Accounts accounts;
    private final Joining joining;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public VerifyEmail(
            VerificationTokens tokens,
            Accounts accounts,
            Joining joining,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.joining = joining;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Works once; using one token uses up the account's others. Refuses with
     * VerificationTokenInvalid.
     */
    public User run(String token, Origin origin) {
        var secret = Secret.parse(SecretKind.VERIFICATION, token).orElseThrow(VerifyEmail::invalid);
        return transactions.write(() -> verify(secret, origin));
    }

    private User verify(Secret secret, Origin origin) {
        var now = clock.instant();
        var kept = tokens.use(secret.hash(), now).orElseThrow(VerifyEmail::invalid);
        var user =
                accounts.find(kept.user())
                        .filter(u -> u.email().key().equals(kept.emailKey()))
                        .orElseThrow(VerifyEmail::invalid);
        tokens.useAll(user.id(), now);
        accounts.markVerified(user.id(), now);
        joining.joinByDomain(user.id(), user.email());
        changes.of(user.id());
        audit.own(AuditEvent.Kind.EMAIL_VERIFIED, user.id(), null, origin, "");
        return user;
    }

    private static Refused invalid() {
        return new Refused(new Refusal.VerificationTokenInvalid());
    }
}
