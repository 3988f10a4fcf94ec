package dev.latchkey.core.org;

import dev.latchkey.core.Changes;
import dev.latchkey.core.Origin;
import dev.latchkey.core.Refusal;
import dev.latchkey.core.Refused;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

import java.time.Clock;

/** Adds users to an organization, gives them another role, removes them. */
public final class ChangeMembers {
    private final Organizations organizations;
    private final Members members;
    private final Transactions transactions;
    private final Changes changes;
    private final Audit audit;
    private final Clock clock;

    public ChangeMembers(
            Organizations organizations,
            Members members,
            Transactions transactions,
            Changes changes,
            Audit audit,
            Clock clock) {
        this.organizations = organizations;
        this.members = members;
        this.transactions = transactions;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds, or changes the role of who is a member already. Refuses with OrganizationUnknown and
     * LastOwner.
     */
    public void put(
            OrgId organization, UserId user, Role role, @Nullable UserId actor, Origin origin) {
        if (organizations.find(organization).isEmpty()) {
            throw new Refused(new Refusal.OrganizationUnknown());
        }
        transactions.writing(() -> {
            if (!members.add(organization, user, role, clock.instant())) {
                if (!role.equals(Role.OWNER)) {
                    keepAnOwner(organization, user);
                }
                members.setRole(organization, user, role, clock.instant());
            }
            changes.of(user);
            audit.record(
                    AuditEvent.Kind.MEMBER_ADDED, actor, user, organization, origin, role.name());
        });
    }

    /** Refuses with NotAMember and LastOwner. */
    public void remove(OrgId organization, UserId user, @Nullable UserId actor, Origin origin) {
        transactions.writing(() -> {
            keepAnOwner(organization, user);
            members.remove(organization, user);
            changes.of(user);
            audit.record(AuditEvent.Kind.MEMBER_REMOVED, actor, user, organization, origin, "");
        });
    }

    private void keepAnOwner(OrgId organization, UserId user) {
        var owners = members.countOwners(organization);
        var role =
                members.find(organization, user)
                        .orElseThrow(() -> new Refused(new Refusal.NotAMember()))
                        .role();
        if (role.equals(Role.OWNER) && owners < 2) {
            throw new Refused(new Refusal.LastOwner());
        }
    }
}
