package dev.latchkey.core.client;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.code.ClientGrants;

import java.time.Clock;
import java.util.List;

/** Somebody takes back what they let a client know: its tokens die, and it has to ask again. */
public final class RevokeConsent {
    private final Consents consents;
    private final ClientGrants grants;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public RevokeConsent(
            Consents consents,
            ClientGrants grants,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.consents = consents;
        this.grants = grants;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a user let clients know. */
    public List<Consents.Consent> given(UserId user) {
        return consents.of(user);
    }

    /** Refuses with ClientUnknown when nothing was agreed to. */
    public void run(UserId user, String clientId, Origin origin) {
        transactions.writing(() -> {
            if (!consents.forget(user, clientId)) {
                throw new Refused(new Refusal.ClientUnknown());
            }
            grants.revokeOf(user, clientId, clock.instant());
            changes.of(user);
            audit.own(AuditEvent.Kind.CONSENT_REVOKED, user, null, origin, clientId);
        });
    }
}
