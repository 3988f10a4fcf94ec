package dev.latchkey.core.code;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import java.time.Clock;

/** Ends what a client was given: when it returns, every token that came of it is worth nothing. */
public final class EndGrant {
    private final ClientGrants grants;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public EndGrant(
            ClientGrants grants,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.grants = grants;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One that has ended already is no refusal.
     *
     * @param why as the audit log says it
     */
    void run(ClientGrant grant, AuditEvent.Kind why, Origin origin) {
        transactions.writing(() -> {
            if (grants.revoke(grant.id(), clock.instant())) {
                announce(grant);
                audit.record(why, null, grant.user(), null, origin, grant.clientId());
            }
        });
    }

    private void announce(ClientGrant grant) {
        var user = grant.user();
        if (user == null) {
            changes.ofClient(grant.clientId());
        } else {
            changes.of(user);
        }
    }
}
