package dev.latchkey.config;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Somebody else's server that signs people in here.
 *
 * @param id as it stands in addresses, unique
 * @param color {@code #rrggbb} or a colour's name, or null
 * @param icon a name that clients know an image by, or null
 * @param logo a picture for the button on our pages, or null
 */
public record ProviderConfig(
        String id,
        String name,
        @Nullable String color,
        @Nullable String icon,
        @Nullable Path logo,
        Client client,
        Protocol protocol) {

    /** How a client proves itself at the token endpoint (RFC 6749, section 2.3.1). */
    public enum ClientAuth {
        BASIC,
        POST
    }

    /**
     * Who we are there.
     *
     * @param secret null for a public client
     * @param auth null: as the provider says that it takes it
     * @param scopes what is asked for
     * @param claims what the provider calls what we look for, where it is not the usual
     */
    public record Client(
            String id,
            @Nullable SecretText secret,
            @Nullable ClientAuth auth,
            List<String> scopes,
            Map<Claim, String> claims) {}

    /** What we look for in what a provider tells of somebody. */
    public enum Claim {
        SUBJECT,
        EMAIL,
        EMAIL_VERIFIED,
        NAME,
        GIVEN_NAME,
        FAMILY_NAME,
        USER_NAME
    }

    /** How it is spoken to. */
    public sealed interface Protocol {

        /** Whose identities it vouches for; never changes, since accounts are linked to it. */
        String issuer();

        /**
         * OpenID Connect.
         *
         * @param endpoints null: found by discovery
         */
        record OpenId(String issuer, @Nullable Endpoints endpoints) implements Protocol {}

        /**
         * OAuth 2 with an address that tells who a token is of.
         *
         * @param emails an address that lists the user's email addresses, as GitHub has it, or null
         */
        record OAuth2(
                String issuer, URI authorization, URI token, URI userInfo, @Nullable URI emails)
                implements Protocol {}
    }

    /**
     * @param userInfo null where the ID token tells everything
     */
    public record Endpoints(URI authorization, URI token, URI keys, @Nullable URI userInfo) {}
}
