package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.Scope;

import dev.latchkey.core.client.Client;
import dev.latchkey.core.client.GrantType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The scopes that mean something here, and those that mean something to a client's own API; others
 * are ignored (OpenID Connect Core 1.0, section 3.1.2.1).
 */
final class Scopes {
    static final String OPENID = "openid";
    static final String PROFILE = "profile";
    static final String EMAIL = "email";
    static final String OFFLINE = "offline_access";
    static final List<String> ALL = List.of(OPENID, PROFILE, EMAIL, OFFLINE);

    private Scopes() {}

    /** Those of the requested ones that the client may have, separated by blanks. */
    static String granted(Scope requested, Client client) {
        return Stream.concat(ALL.stream(), client.ownScopes().stream().sorted())
                .filter(requested::contains)
                .filter(scope -> !scope.equals(OFFLINE) || client.mayUse(GrantType.REFRESH_TOKEN))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    static Set<String> of(String granted) {
        return Set.of(granted.split(" "));
    }
}
