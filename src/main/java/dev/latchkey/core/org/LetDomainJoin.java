package dev.latchkey.core.org;

import dev.latchkey.core.Origin;
import dev.latchkey.core.Transactions;
import dev.latchkey.core.account.Administrators;
import dev.latchkey.core.account.UserId;
import dev.latchkey.core.audit.Audit;
import dev.latchkey.core.audit.AuditEvent;

import org.jspecify.annotations.Nullable;

/**
 * Lets everybody with a proven address of a domain join an organization. Whoever calls this vouches
 * for the domain.
 */
public final class LetDomainJoin {
    private final Organizations organizations;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;

    public LetDomainJoin(
            Organizations organizations,
            Administrators administrators,
            Transactions transactions,
            Audit audit) {
        this.organizations = organizations;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Refuses with NotAllowed, InvalidInput and OrganizationUnknown. */
    public void run(OrgId organization, String domain, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var key = DomainNames.ofAddress(domain);
        organizations.require(organization);
        transactions.writing(() -> {
            organizations.letJoin(key, organization);
            audit.record(AuditEvent.Kind.DOMAIN_LET_JOIN, actor, null, organization, origin, key);
        });
    }
}
