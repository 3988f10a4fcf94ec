package dev.latchkey.core.federation;

import dev.latchkey.core.Origin;
import dev.latchkey.core.session.Session;

import org.jspecify.annotations.Nullable;

/** Somebody who can say who a browser's user is: our own OpenID provider, or another's. */
public interface Provider {

    /** What is asked of the provider (OpenID Connect Core 1.0, section 3.1.2.1, with RFC 7636). */
    record Question(
            String door, String redirectUri, String state, String nonce, String challenge) {}

    /**
     * What the browser brought back, with what only we know.
     *
     * @param issuer who says to have answered (RFC 9207), or null when nobody says
     */
    record Answer(
            String door,
            String redirectUri,
            String code,
            @Nullable String issuer,
            String nonce,
            String verifier) {}

    /** Who it is. */
    sealed interface Arrival {
        /** A session of our own, by our own sign-in page. */
        record Local(Session session) implements Arrival {}

        /** An identity that another provider vouches for. */
        record Foreign(Identity identity) implements Arrival {}
    }

    /** How it is spoken to. */
    enum Kind {
        BUILT_IN,
        OPENID_CONNECT,
        OAUTH2
    }

    Kind kind();

    /** As it is named in addresses and settings. */
    String id();

    String name();

    /** Whose identities it vouches for; null for our own provider, which has sessions instead. */
    @Nullable String issuer();

    @Nullable String color();

    @Nullable String icon();

    /** Where to send the browser. Refuses with ProviderFailed when the provider is down. */
    String authorizationUrl(Question question);

    /** Refuses with ProviderFailed for anything but a good answer. */
    Arrival arrive(Answer answer, Origin origin);

    /** For whoever looks after the server: refuses with ProviderFailed when it does not answer. */
    void checkUp();
}
