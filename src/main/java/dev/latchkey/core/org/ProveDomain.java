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

import java.time.Clock;

/**
 * Lets everybody with a proven address of a domain join an organization, once the domain is shown
 * to be theirs: a TXT record in its DNS says a random value that was given out for this
 * organization and this domain. For administrators.
 */
public final class ProveDomain {
    /** What a look into the DNS found. */
    public enum Finding {
        PROVEN,
        NO_RECORD,
        OTHER_VALUE,
        NO_ANSWER
    }

    private final Organizations organizations;
    private final DomainClaims claims;
    private final DomainRecords records;
    private final Administrators administrators;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    public ProveDomain(
            Organizations organizations,
            DomainClaims claims,
            DomainRecords records,
            Administrators administrators,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.organizations = organizations;
        this.claims = claims;
        this.records = records;
        this.administrators = administrators;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives out a value for a domain; the one given out before, when there is one. Refuses with
     * NotAllowed, OrganizationUnknown, and InvalidInput for what is no domain, or everybody's, or
     * lets people join already.
     */
    public DomainClaim claim(
            OrgId organization, String typed, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var domain = DomainNames.ofOrganization(typed);
        organizations.require(organization);
        return transactions.write(() -> {
            if (claims.proven(organization).contains(domain)) {
                throw new Refused(Refusal.InvalidInput.of("domain", "lets people join already"));
            }
            claims.claim(organization, DomainClaim.of(domain, clock.instant()));
            record(AuditEvent.Kind.DOMAIN_CLAIMED, organization, domain, actor, origin);
            return claimed(organization, domain);
        });
    }

    /**
     * Looks into the DNS now, which takes some seconds at the most. Refuses with NotAllowed, and
     * InvalidInput when the domain was not claimed.
     */
    public Finding check(OrgId organization, String typed, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var domain = DomainNames.ofAddress(typed.strip());
        var finding = finding(claimed(organization, domain));
        transactions.writing(() -> settle(organization, domain, finding, actor, origin));
        return finding;
    }

    private DomainClaim claimed(OrgId organization, String domain) {
        return claims.of(organization).stream()
                .filter(waiting -> waiting.domain().equals(domain))
                .findFirst()
                .orElseThrow(ProveDomain::unknown);
    }

    private Finding finding(DomainClaim claim) {
        return switch (records.texts(claim.recordName())) {
            case DomainRecords.Answer.Unanswered _ -> Finding.NO_ANSWER;
            case DomainRecords.Answer.Texts(var texts) ->
                    texts.contains(claim.recordText())
                            ? Finding.PROVEN
                            : texts.isEmpty() ? Finding.NO_RECORD : Finding.OTHER_VALUE;
        };
    }

    /** Of many who look at once, one lets people join. */
    private void settle(
            OrgId organization,
            String domain,
            Finding finding,
            @Nullable UserId actor,
            Origin origin) {
        if (finding != Finding.PROVEN) {
            var detail = domain + ": " + finding;
            record(AuditEvent.Kind.DOMAIN_CHECK_FAILED, organization, detail, actor, origin);
        } else if (claims.settle(organization, domain)) {
            organizations.letJoin(domain, organization);
            record(AuditEvent.Kind.DOMAIN_LET_JOIN, organization, domain, actor, origin);
        } else if (!claims.proven(organization).contains(domain)) {
            // Given up while the DNS was asked.
            throw unknown();
        }
    }

    /**
     * Lets nobody in by a domain any more, and forgets what was given out for it; members stay.
     * Refuses with NotAllowed and InvalidInput.
     */
    public void remove(OrgId organization, String typed, @Nullable UserId actor, Origin origin) {
        administrators.require(actor);
        var domain = DomainNames.ofAddress(typed.strip());
        transactions.writing(() -> {
            var let = claims.remove(organization, domain);
            var waited = claims.settle(organization, domain);
            if (!let && !waited) {
                throw unknown();
            }
            record(AuditEvent.Kind.DOMAIN_REMOVED, organization, domain, actor, origin);
        });
    }

    private static Refused unknown() {
        return new Refused(Refusal.InvalidInput.of("domain", "is not there any more"));
    }

    private void record(
            AuditEvent.Kind kind,
            OrgId organization,
            String detail,
            @Nullable UserId actor,
            Origin origin) {
        audit.record(kind, actor, null, organization, origin, detail);
    }
}
