package dev.latchkey.oidc;

import com.nimbusds.oauth2.sdk.ErrorObject;

import org.jspecify.annotations.Nullable;

/** What came of an authorization request whose client and redirect URI are good. */
sealed interface Reading {

    record Good(Asked asked) implements Reading {}

    /** The client is told at its redirect URI (RFC 6749, section 4.1.2.1). */
    record Bad(String redirectUri, @Nullable String state, ErrorObject error) implements Reading {}
}
