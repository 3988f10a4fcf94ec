package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.User;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.factor.RecentSignIn;
import dev.latchkey.core.session.Session;

import java.util.List;

/** Takes an identity off an account; the last way in stays. */
public final class UnlinkIdentity {
    private final Identities identities;
    private final WaysIn waysIn;
    private final RecentSignIn recent;
    private final Transactions transactions;
    private final Audit audit;

    public UnlinkIdentity(
            Identities identities,
            WaysIn waysIn,
            RecentSignIn recent,
            Transactions transactions,
            Audit audit) {
        this.identities = identities;
        this.waysIn = waysIn;
        this.recent = recent;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Those of an account, the oldest first. */
    public List<Identities.Linked> list(UserId user) {
        return identities.of(user);
    }

    /**
     * Refuses with RecentSignInNeeded and LastWayIn. An identity that is gone already, or is
     * somebody else's, is passed over. Of many at once, each sees what the one before left: the
     * account is locked meanwhile.
     */
    public void run(Session session, User owner, String issuer, String subject, Origin origin) {
        recent.require(session, owner);
        var user = owner.id();
        transactions.writing(() -> {
            if (!user.equals(identities.find(issuer, subject).orElse(null))) {
                return;
            }
            waysIn.requireAnother(user);
            if (identities.unlink(issuer, subject, user)) {
                audit.own(AuditEvent.Kind.IDENTITY_UNLINKED, user, null, origin, issuer);
            }
        });
    }
}
