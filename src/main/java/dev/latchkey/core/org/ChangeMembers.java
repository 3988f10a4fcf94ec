package dev.latchkey.core.org;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Accounts;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.Email;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/**
 * Adds users to an organization, gives them another role, removes them. For administrators: an
 * actor who is none is refused with NotAllowed.
 */
public final class ChangeMembers {
    private final Organizations organizations;
    private final Members members;
    private final Accounts accounts;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeMembers(
            Organizations organizations,
            Members members,
            Accounts accounts,
            Administrators administrators,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.organizations = organizations;
        this.members = members;
        this.accounts = accounts;
        this.administrators = administrators;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds, or changes the role of who is a member already. Refuses with OrganizationUnknown,
     * AccountUnknown and LastOwner.
     */
    public void put(
            OrgId organization, UserId user, Role role, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        organizations.require(organization);
        accounts.require(user);
        transactions.writing(() -> {
            var added = members.add(organization, user, role, clock.instant());
            if (!added) {
                give(organization, user, role);
            }
            changes.of(user);
            var what = added ? AuditEvent.Kind.MEMBER_ADDED : AuditEvent.Kind.MEMBER_CHANGED;
            audit.record(what, actor, user, organization, origin, role.name());
        });
    }

    /** The same for who has this address here. Refuses with AccountUnknown, too. */
    public void put(
            OrgId organization, String email, Role role, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var user =
                Email.parse(email)
                        .flatMap(accounts::findByEmail)
                        .orElseThrow(() -> new Refused(new Refusal.AccountUnknown()));
        put(organization, user.id(), role, actor, origin);
    }

    /**
     * Another role for who is a member. Refuses with InvalidInput when they are none, LastOwner.
     */
    public void change(
            OrgId organization, UserId user, Role role, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        transactions.writing(() -> {
            give(organization, user, role);
            changes.of(user);
            audit.record(
                    AuditEvent.Kind.MEMBER_CHANGED, actor, user, organization, origin, role.name());
        });
    }

    /** Refuses with InvalidInput when they are no member, and LastOwner. */
    public void remove(OrgId organization, UserId user, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        transactions.writing(() -> {
            keepAnOwner(organization, user);
            members.remove(organization, user);
            changes.of(user);
            audit.record(AuditEvent.Kind.MEMBER_REMOVED, actor, user, organization, origin, "");
        });
    }

    private void give(OrgId organization, UserId user, Role role) {
        if (!role.equals(Role.OWNER)) {
            keepAnOwner(organization, user);
        }
        if (!members.setRole(organization, user, role, clock.instant())) {
            throw noMember();
        }
    }

    private void keepAnOwner(OrgId organization, UserId user) {
        var owners = members.countOwners(organization);
        var role = members.find(organization, user).orElseThrow(ChangeMembers::noMember).role();
        if (role.equals(Role.OWNER) && owners < 2) {
            throw new Refused(new Refusal.LastOwner());
        }
    }

    private static Refused noMember() {
        return new Refused(Refusal.InvalidInput.of("member", "is no member here"));
    }
}
