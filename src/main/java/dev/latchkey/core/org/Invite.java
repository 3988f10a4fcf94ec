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
import dev.latchkey.core.mail.Post;
import dev.latchkey.core.mail.Wording;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;

/** Invites an email address into an organization and mails it the invitation. */
public final class Invite {
    private final Organizations organizations;
    private final Invitations invitations;
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
        this.post = post;
        this.links = links;
        this.wording = wording;
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
                    wording.message(
                            origin,
                            email.text(),
                            "invitation",
                            organization.name(),
                            links.invitation(code.text()),
                            lifetime.toDays()));
            audit.record(AuditEvent.Kind.INVITED, actor, null, id, origin, role.name());
        });
        return code;
    }
}
