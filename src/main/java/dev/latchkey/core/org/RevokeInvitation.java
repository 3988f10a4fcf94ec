package dev.latchkey.core.org;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Takes an invitation back that nobody took yet. For administrators. */
public final class RevokeInvitation {
    private final Invitations invitations;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;

    public RevokeInvitation(
            Invitations invitations,
            Administrators administrators,
            Transactions transactions,
            Audit audit) {
        this.invitations = invitations;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refuses with NotAllowed, and InvitationInvalid when it is gone or used. */
    public void run(OrgId organization, UUID id, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        transactions.writing(() -> {
            var gone =
                    invitations
                            .revoke(organization, id)
                            .orElseThrow(() -> new Refused(new Refusal.InvitationInvalid()));
            audit.record(
                    AuditEvent.Kind.INVITATION_REVOKED,
                    actor,
                    null,
                    organization,
                    origin,
                    gone.email().text());
        });
    }
}
