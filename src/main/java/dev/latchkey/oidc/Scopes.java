package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.Scope;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scopes that mean something here; others are ignored (OpenID Connect Core 1.0, section
 * 3.1.2.1).
 */
final class Scopes {
    static final String PROFILE = "profile";
    static final String EMAIL = "email";
    static final List<String> ALL = List.of("openid", PROFILE, EMAIL);

    private Scopes() {}

    /** Those of the requested ones that are granted, separated by blanks. */
    static String granted(Scope requested) {
        return ALL.stream().filter(requested::contains).collect(Collectors.joining(" "));
    }

    static Set<String> of(String granted) {
        return Set.of(granted.split(" "));
    }
}
