package dev.latchkey.core.org;

import java.util.List;

/** The store of domains: those that let people join an organization, and those to be proven. */
public interface DomainClaims {

    /** Addresses of these join the organization; in order of their names. */
    List<String> proven(OrgId organization);

    /** Those that are not proven yet, in order of their names. */
    List<DomainClaim> of(OrgId organization);

    /** Keeps the claim that is there already, which may stand in the DNS by now. */
    void claim(OrgId organization, DomainClaim claim);

    /** Forgets a claim: true for exactly one caller. */
    boolean settle(OrgId organization, String domain);

    /** Lets nobody in by this domain any more. False when nobody was. */
    boolean remove(OrgId organization, String domain);
}
