package dev.latchkey.core.admin;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.account.WaysIn;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.federation.Identities;

import org.jspecify.annotations.Nullable;

/** An administrator takes an identity at another provider off an account; the last way in stays. */
public final class TakeIdentity {
    private final Identities identities;
    private final WaysIn waysIn;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;

    public TakeIdentity(
            Identities identities,
            WaysIn waysIn,
            Administrators administrators,
            Transactions transactions,
            Audit audit) {
        this.identities = identities;
        this.waysIn = waysIn;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * Refuses with NotAllowed and LastWayIn. An identity that is gone already, or is somebody
     * else's, is passed over.
     *
     * @param actor null for the command line
     */
    public void run(
            UserId user, String issuer, String subject, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        transactions.writing(() -> {
            if (!user.equals(identities.find(issuer, subject).orElse(null))) {
                return;
            }
            waysIn.requireAnother(user);
            if (identities.unlink(issuer, subject, user)) {
                audit.record(AuditEvent.Kind.IDENTITY_UNLINKED, actor, user, null, origin, issuer);
            }
        });
    }
}
