package dev.latchkey.core.org;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.account.SignUpRules.Mode;
import dev.latchkey.core.account.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.Optional;

/** By which right somebody joins an organization. */
public final class Joining {

    /** The right that was found; what it gives is given by {@link #join}. */
    public sealed interface Right {
        /** By an invitation, valid and for this address. */
        record Invited(InvitationCode code, Invitation invitation) implements Right {}

        /** As everybody does where there is one organization. */
        record ToDefault() implements Right {}

        /** By the address's domain, but only once the address is proven. */
        record OnceVerified() implements Right {}

        /** To none yet: they will found their own. */
        record ToFound() implements Right {}
    }

    private final SignUpRules rules;
    private final Organizations organizations;
    private final Members members;
    private final Invitations invitations;
    private final Changes changes;
    private final Clock clock;

    public Joining(
            SignUpRules rules,
            Organizations organizations,
            Members members,
            Invitations invitations,
            Changes changes,
            Clock clock) {
        this.rules = rules;
        this.organizations = organizations;
        this.members = members;
        this.invitations = invitations;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The right of a new account. Refuses with InvitationInvalid and SignUpClosed.
     *
     * @param mayFound whether the door lets newcomers found an organization of their own
     */
    public Right rightOf(Email email, @Nullable String code, boolean mayFound) {
        if (code != null && !code.isBlank()) {
            return invited(email, code);
        }
        if (!rules.open()) {
            throw new Refused(new Refusal.SignUpClosed());
        }
        if (rules.mode() == Mode.SINGLE) {
            return new Right.ToDefault();
        }
        if (!organizations.joinableBy(email.domain()).isEmpty()) {
            return new Right.OnceVerified();
        }
        if (mayFound) {
            return new Right.ToFound();
        }
        throw new Refused(new Refusal.SignUpClosed());
    }

    /** An invitation that this address may use now. Refuses with InvitationInvalid. */
    public Right.Invited invited(Email email, String code) {
        var parsed = InvitationCode.parse(code.strip());
        var invitation =
                parsed.flatMap(c -> invitations.find(c.hash()))
                        .filter(i -> i.usedAt() == null && clock.instant().isBefore(i.expiresAt()))
                        .filter(i -> i.email().key().equals(email.key()))
                        .orElseThrow(() -> new Refused(new Refusal.InvitationInvalid()));
        return new Right.Invited(parsed.orElseThrow(), invitation);
    }

    /**
     * Inside a transaction: makes the user a member by that right. Refuses with InvitationInvalid
     * when it was used meanwhile.
     */
    public Optional<OrgId> join(UserId user, Right right) {
        return switch (right) {
            case Right.Invited(var code, var invitation) -> {
                if (!invitations.use(code.hash(), user, clock.instant())) {
                    throw new Refused(new Refusal.InvitationInvalid());
                }
                yield Optional.of(add(invitation.organization(), user, invitation.role()));
            }
            case Right.ToDefault() ->
                    organizations
                            .findBySlug(Organization.DEFAULT_SLUG)
                            .map(organization -> add(organization.id(), user, Role.MEMBER));
            case Right.OnceVerified(), Right.ToFound() -> Optional.empty();
        };
    }

    /**
     * Inside a transaction: joins every organization that the user's address, proven just now, lets
     * them join.
     */
    public void joinByDomain(UserId user, Email email) {
        if (rules.mode() == Mode.MULTI) {
            organizations
                    .joinableBy(email.domain())
                    .forEach(organization -> add(organization.id(), user, Role.MEMBER));
        }
    }

    private OrgId add(OrgId organization, UserId user, Role role) {
        if (members.add(organization, user, role, clock.instant())) {
            changes.of(user);
        }
        return organization;
    }
}
