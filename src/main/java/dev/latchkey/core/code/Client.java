package dev.latchkey.core.code;

/**
 * An OpenID client of ours (RFC 6749, section 2).
 *
 * @param firstParty part of this server: no consent is asked, and the code is redeemed by ourselves
 * @param publicClient keeps no secret: PKCE is required
 */
public record Client(
        String id, String name, boolean firstParty, boolean publicClient, RedirectRule redirects) {

    /** Decides whether a redirect URI is one of the client's own, by exact comparison. */
    @FunctionalInterface
    public interface RedirectRule {
        boolean allows(String redirectUri);
    }
}
