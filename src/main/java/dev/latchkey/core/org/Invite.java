package dev.latchkey.core.org;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Invites an email address into an organization and mails it the invitation. For administrators.
 */
public final class Invite {
    private final Organizations organizations;
    private final Invitations invitations;
    private final Administrators administrators;
    private final Post post;
    private final Links links;
    private final Wording wording;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;
    private final Duration lifetime;

    public Invite(
            Organizations organizations,
            Invitations invitations,
            Administrators administrators,
            Post post,
            Links links,
            Wording wording,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids,
            Duration lifetime) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.administrators = administrators;
        this.post = post;
        this.links = links;
        this.wording = wording;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.lifetime = lifetime;
    }

    /**
     * The code, for this one time. Refuses with NotAllowed, InvalidInput and OrganizationUnknown.
     *
     * @param actor null for the command line
     */
    public InvitationCode run(
            OrgId id, String address, Role role, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var email =
                Email.parse(address)
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.InvalidInput.of(
                                                "email", "is not an email address")));
        var organization = organizations.require(id);
        return transactions.write(() -> send(organization, email, role, actor, origin));
    }

    /**
     * Sends a new code for an invitation that nobody took yet; the old one is no good any more, and
     * its time begins anew. Refuses with NotAllowed, OrganizationUnknown and InvitationInvalid.
     */
    public InvitationCode again(OrgId id, UUID invitation, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var organization = organizations.require(id);
        return transactions.write(() -> {
            var old =
                    invitations
                            .revoke(id, invitation)
                            .orElseThrow(() -> new Refused(new Refusal.InvitationInvalid()));
            return send(organization, old.email(), old.role(), actor, origin);
        });
    }

    private InvitationCode send(
            Organization organization,
            Email email,
            Role role,
            @Nullable UserId actor,
            Origin origin) {
        var code = InvitationCode.random();
        var now = clock.instant();
        var id = organization.id();
        invitations.insert(
                code.hash(),
                new Invitation(ids.next(), id, email, role, actor, now, now.plus(lifetime), null));
        post.send(
                wording.message(
                        origin,
                        email.text(),
                        "invitation",
                        organization.name(),
                        links.invitation(code.text()),
                        lifetime.toDays()));
        var detail = email + " as " + role.name();
        audit.record(AuditEvent.Kind.INVITED, actor, null, id, origin, detail);
        return code;
    }
}
