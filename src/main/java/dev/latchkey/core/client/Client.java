package dev.latchkey.core.client;

import java.util.Set;

/** An OpenID client of ours (RFC 6749, section 2). */
public sealed interface Client permits FirstPartyClient, RegisteredClient {

    String id();

    /** As people know it. */
    String name();

    /** Whether a redirect URI is one of the client's own, by exact comparison. */
    boolean allowsRedirect(String uri);

    /** Keeps no secret, so a code needs its verifier (RFC 9700, section 2.1.1). */
    boolean needsPkce();

    /** Nobody is asked for consent. */
    boolean trusted();

    boolean mayUse(GrantType grant);

    IdTokenAlgorithm idTokenAlgorithm();

    /** Scopes of its own, beyond those that OpenID Connect gives a meaning. */
    Set<String> ownScopes();
}
