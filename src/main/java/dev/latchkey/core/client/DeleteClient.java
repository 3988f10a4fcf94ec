package dev.latchkey.core.client;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.code.ClientGrants;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** An administrator deletes a client. Every token it holds is refused from then on. */
public final class DeleteClient {
    private final ClientRegistry registry;
    private final ClientGrants grants;
    private final Consents consents;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public DeleteClient(
            ClientRegistry registry,
            ClientGrants grants,
            Consents consents,
            Administrators administrators,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.registry = registry;
        this.grants = grants;
        this.consents = consents;
        this.administrators = administrators;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses with NotAllowed and ClientUnknown. */
    public void run(String id, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        transactions.writing(() -> {
            if (!registry.delete(id)) {
                throw new Refused(new Refusal.ClientUnknown());
            }
            grants.revokeOfClient(id, clock.instant());
            changes.ofClient(id);
            consents.forgetClient(id);
            audit.record(AuditEvent.Kind.CLIENT_DELETED, actor, null, null, origin, id);
        });
    }
}
