package dev.latchkey.core.org;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A domain that an organization says is its own, and has not proven yet.
 *
 * @param domain as the domain of an {@link dev.latchkey.core.account.Email}'s key
 * @param value random; no secret, since it is to stand in the DNS
 */
public record DomainClaim(String domain, String value, Instant createdAt) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    static DomainClaim of(String domain, Instant now) {
        var value = new byte[BYTES];
        RANDOM.nextBytes(value);
        return new DomainClaim(
                domain, Base64.getUrlEncoder().withoutPadding().encodeToString(value), now);
    }

    /** Where the TXT record has to be. */
    public String recordName() {
        return "_latchkey-challenge." + DomainNames.ascii(domain);
    }

    /** What it has to say. */
    public String recordText() {
        return "latchkey-domain-verification=" + value;
    }
}
