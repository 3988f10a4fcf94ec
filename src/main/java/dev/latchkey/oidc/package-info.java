/**
 * Our own OpenID provider: authorize, token, user-info, keys, discovery (OpenID Connect Core 1.0,
 * RFC 6749, RFC 7636, RFC 9207).
 *
 * <p>Owns the protocol's messages. Leaves codes and sessions to the core, the sign-in form to the
 * pages, which it does not know.
 */
@NullMarked
package dev.latchkey.oidc;

import org.jspecify.annotations.NullMarked;
