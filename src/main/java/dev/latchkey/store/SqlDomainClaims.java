package dev.latchkey.store;

import dev.latchkey.core.org.DomainClaim;
import dev.latchkey.core.org.DomainClaims;
import dev.latchkey.core.org.OrgId;

import java.util.List;

/** Domains of organizations in SQL. */
record SqlDomainClaims(Sql sql) implements DomainClaims {
    private static final Row.Reader<DomainClaim> CLAIM =
            row -> new DomainClaim(row.text("domain"), row.text("value"), row.time("created_at"));

    @Override
    public List<String> proven(OrgId organization) {
        return sql.statement(
                        """
                        SELECT domain FROM organization_domains
                         WHERE organization_id = :organization ORDER BY domain
                        """)
                .bind("organization", organization)
                .list(row -> row.text("domain"));
    }

    @Override
    public List<DomainClaim> of(OrgId organization) {
        return sql.statement(
                        """
                        SELECT * FROM domain_claims
                         WHERE organization_id = :organization ORDER BY domain
                        """)
                .bind("organization", organization)
                .list(CLAIM);
    }

    @Override
    public void claim(OrgId organization, DomainClaim claim) {
        sql.statement(
                        """
                        INSERT INTO domain_claims (organization_id, domain, value, created_at)
                        VALUES (:organization, :domain, :value, :at) ON CONFLICT DO NOTHING
                        """)
                .bind("organization", organization)
                .bind("domain", claim.domain())
                .bind("value", claim.value())
                .bind("at", claim.createdAt())
                .execute();
    }

    @Override
    public boolean settle(OrgId organization, String domain) {
        return delete("domain_claims", organization, domain);
    }

    @Override
    public boolean remove(OrgId organization, String domain) {
        return delete("organization_domains", organization, domain);
    }

    private boolean delete(String table, OrgId organization, String domain) {
        return sql.statement(
                        "DELETE FROM "
                                + table
                                + " WHERE organization_id = :organization AND domain = :domain")
                .bind("organization", organization)
                .bind("domain", domain)
                .executedOne();
    }
}
