package dev.latchkey.core.org;

import dev.latchkey.core.Ids;
import dev.latchkey.core.Links;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;
import dev.latchkey.core.mail.Message;
import dev.latchkey.core.mail.Post;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/** Invites an email address into an organization and mails it the invitation. */
public final class Invite {
    private final Organizations organizations;
    private final Invitations invitations;
    private final Post post;
    private final Links links;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final Ids ids;
    private final Duration lifetime;

    public Invite(
            Organizations organizations,
            Invitations invitations,
            Post post,
            Links links,
            Transactions transactions,
            Audit audit,
            Clock clock,
            Ids ids,
            Duration lifetime) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.post = post;
        this.links = links;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
        this.lifetime = lifetime;
    }

    /** The code, for this one time. Refuses with InvalidInput and OrganizationUnknown. */
    public InvitationCode run(
            OrgId id, String address, Role role, @Nullable UserId actor, Origin origin) {
        var email =
                Email.parse(address)
                        .orElseThrow(() ->
                                new Refused(
                                        Refusal.InvalidInput.of(
                                                "email", "is not an email address")));
        var organization =
                organizations
                        .find(id)
                        .orElseThrow(() -> new Refused(new Refusal.OrganizationUnknown()));
        var code = InvitationCode.random();
        var now = clock.instant();
        var invitation =
                new Invitation(ids.next(), id, email, role, actor, now, now.plus(lifetime), null);
        transactions.writing(() -> {
            invitations.insert(code.hash(), invitation);
            post.send(
                    new Message(
                            email.text(),
                            "You are invited to " + organization.name(),
                            text(organization, code)));
            audit.record(AuditEvent.Kind.INVITED, actor, null, id, origin, role.name());
        });
        return code;
    }

    private String text(Organization organization, InvitationCode code) {
        return """
        Hello,

        you are invited to join %s. Open this link to accept:

        %s

        The link is good for %d days. If you do not know what this is about, ignore this message.
        """
                .formatted(organization.name(), links.invitation(code.text()), lifetime.toDays());
    }
}
